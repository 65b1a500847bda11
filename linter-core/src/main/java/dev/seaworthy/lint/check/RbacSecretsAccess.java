package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import java.util.ArrayList;
import java.util.List;

/** Roles that can read all Secrets of a namespace, or of the cluster. */
final class RbacSecretsAccess implements RelationCheck {

  private static final String SECRETS = "secrets";

  @Override
  public List<Finding> check(InputObject role, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    if (BuiltInRoles.isLeftOut(role, context.parameter("builtin"))) {
      return findings;
    }
    boolean everywhere = EffectiveRoles.isBoundInCluster(role, context.graph());
    for (RoleEntry entry : RoleEntry.of(role)) {
      if (entry.isAbout("", SECRETS)
          && entry.allowsAny(context.texts("verbs"))
          && !entry.isLimitedToNames()) {
        Finding finding = Finding.at(
            role,
            entry.placeOfResource(SECRETS),
            "whoever has this role may read all Secrets"
                + (everywhere ? " of the cluster" : " of a namespace"));
        findings.add(everywhere ? finding.withSeverity(Severity.WARNING) : finding);
      }
    }
    return findings;
  }
}
