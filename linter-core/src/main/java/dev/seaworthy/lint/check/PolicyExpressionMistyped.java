package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.rules.PolicyTypeChecks;
import dev.seaworthy.validate.rules.PolicyTypeChecks.Mismatch;
import java.util.List;

/** Expressions of admission policies that speak of fields which a kind that they name does not have. */
final class PolicyExpressionMistyped implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject policy, CheckContext context) {
    return new PolicyTypeChecks(context.catalog())
        .of(policy.at(FieldPath.ROOT)).stream()
            .map(mismatch -> Finding.at(policy, mismatch.field(), words(mismatch)))
            .toList();
  }

  /** The checker's own words tell the place within the expression on lines of their own. */
  private static String words(Mismatch mismatch) {
    String problem = mismatch.problem().lines().findFirst().orElse("");
    return "does not fit a " + mismatch.kind().kind() + " of " + mismatch.kind().apiVersion() + ": "
        + problem.replaceFirst("^ERROR: <input>:\\d+:\\d+: ", "");
  }
}
