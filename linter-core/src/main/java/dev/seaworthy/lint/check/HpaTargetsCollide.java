package dev.seaworthy.lint.check;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
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
    for (InputObject earlier : earlier(autoscaler, target.get().target(), context.graph())) {
      Optional<String> why = collision(earlier, autoscaler);
      if (why.isPresent()) {
        return List.of(Finding.at(autoscaler, place, why.get())
            .related(earlier, FieldPath.of("metadata", "name"), "the other one"));
      }
    }
    return List.of();
  }

  private static List<InputObject> earlier(
      InputObject autoscaler, ObjectKey target, ResourceGraph graph) {
    List<InputObject> applied = graph.scaling().allAutoscalersOf(target);
    List<InputObject> all = new ArrayList<>(applied);
    if (graph.findAnywhere(target).size() == 1) {
      // Of other folders' autoscalers some may be meant for other clusters, but not where all
      // folders
      // share the one workload that there is.
      graph.scaling().allAutoscalersAnywhere(target).stream()
          .filter(other -> !applied.contains(other) && mayBothBeApplied(other, autoscaler))
          .forEach(all::add);
    }
    return all.stream().filter(other -> graph.isBefore(other, autoscaler)).toList();
  }

  private static boolean mayBothBeApplied(InputObject one, InputObject other) {
    return !one.name().equals(other.name()) && !isBuilt(one) && !isBuilt(other);
  }

  /** Kustomizations choose what they list, each for another purpose. */
  private static boolean isBuilt(InputObject object) {
    return !object.placement().unit().isEmpty() || object.placement().amidKustomization();
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
