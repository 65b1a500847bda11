package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;

/** A Service whose selector selects no pods of the input in its namespace. */
final class ServiceSelectorDangling implements RelationCheck {

  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

  @Override
  public List<Finding> check(InputObject service, RelationContext context) {
    LabelSelector selector = LabelSelector.ofLabels(service.resource().strings("spec", "selector"));
    // Without a selector somebody else keeps the endpoints; that is a choice, not a slip.
    boolean elsewhere = service.resource().at("spec", "type").text().equals("ExternalName");
    return selector.isAbsent() || elsewhere
        ? List.of()
        : DanglingSelector.check(service, SELECTOR, selector, context);
  }
}
