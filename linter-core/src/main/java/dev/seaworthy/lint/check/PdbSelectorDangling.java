package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;

/** A PodDisruptionBudget whose selector selects no pods of the input in its namespace. */
final class PdbSelectorDangling implements RelationCheck {

  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

  @Override
  public List<Finding> check(InputObject budget, RelationContext context) {
    LabelSelector selector = LabelSelector.of(budget.at(SELECTOR));
    return selector.isAbsent() || selector.isEmpty()
        ? List.of()
        : DanglingSelector.check(budget, SELECTOR, selector, context);
  }
}
