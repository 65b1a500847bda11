package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;

/** A NetworkPolicy whose selector selects no pods of the input in its namespace. */
final class NetworkPolicySelectorDangling implements RelationCheck {

  private static final FieldPath SELECTOR = FieldPath.of("spec", "podSelector");

  @Override
  public List<Finding> check(InputObject policy, RelationContext context) {
    LabelSelector selector = LabelSelector.of(policy.at(SELECTOR));
    return selector.isAbsent() || selector.isEmpty()
        ? List.of()
        : DanglingSelector.check(policy, SELECTOR, selector, context);
  }
}
