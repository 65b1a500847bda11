package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;

/** Pods that nobody has said the importance of. */
final class PodPriorityClassMissing implements RelationCheck {

  private static final GroupKind CLASS = GroupKind.of("scheduling.k8s.io", "PriorityClass");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    return object
        .template()
        .filter(template -> isUnset(template) && !hasDefault(context))
        .map(template -> List.of(Finding.at(
            object,
            template.specPath().child("priorityClassName"),
            "these pods have the priority 0, like all of which nobody has said anything")))
        .orElse(List.of());
  }

  private static boolean isUnset(PodTemplate template) {
    return template.spec().get("priorityClassName").text().isEmpty();
  }

  private static boolean hasDefault(RelationContext context) {
    return context.graph().ofKindAnywhere(CLASS).stream()
        .anyMatch(one -> one.at(FieldPath.of("globalDefault")).isTrue());
  }
}
