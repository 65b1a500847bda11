package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Two autoscalers that pull at one workload. */
final class HpaTargetsCollide implements RelationCheck {

  @Override
  public List<Finding> check(InputObject autoscaler, RelationContext context) {
    Optional<Reference> target = context.graph().referencesOf(autoscaler).stream()
        .filter(reference -> reference.path().toString().contains("argetRef"))
        .findFirst();
    if (target.isEmpty()) {
      return List.of();
    }
    FieldPath place = target.get().path().parent().orElse(FieldPath.ROOT);
    for (InputObject earlier : context.graph().allAutoscalersOf(target.get().target())) {
      if (earlier == autoscaler) {
        break;
      }
      Optional<String> why = collision(earlier, autoscaler);
      if (why.isPresent()) {
        return List.of(Finding.at(autoscaler, place, why.get())
            .related(earlier, FieldPath.of("metadata", "name"), "the other one"));
      }
    }
    return List.of();
  }

  private static Optional<String> collision(InputObject one, InputObject other) {
    String names = one.kind().kind() + " " + one.name() + " and this one ";
    if (!isVertical(one) && !isVertical(other)) {
      return Optional.of(names + "both set the number of pods");
    }
    if (isVertical(one) && isVertical(other)) {
      return Optional.empty();
    }
    Set<String> both = new TreeSet<>(VerticalScaling.resources(isVertical(one) ? one : other));
    both.retainAll(HorizontalScaling.resources(isVertical(one) ? other : one));
    return both.isEmpty()
        ? Optional.empty()
        : Optional.of(names + "both act on " + String.join(" and ", both)
            + ", and each undoes what the other measures");
  }

  private static boolean isVertical(InputObject autoscaler) {
    return autoscaler.kind().kind().equals("VerticalPodAutoscaler");
  }
}
