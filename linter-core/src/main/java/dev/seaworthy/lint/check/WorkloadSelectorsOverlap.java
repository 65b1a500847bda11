package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Controllers of which one takes the other's pods for its own. */
final class WorkloadSelectorsOverlap implements RelationCheck {

  @Override
  public List<Finding> check(InputObject workload, RelationContext context) {
    ResourceGraph graph = context.graph();
    Optional<PodTemplate> pods = workload.template();
    if (pods.isEmpty() || workload.isControlled()) {
      return List.of();
    }
    LabelSelector selector = PodSelectors.of(workload).orElse(LabelSelector.NOTHING);
    Stream<InputObject> selectsThese = graph.selecting().controllersOf(pods.get()).stream();
    Stream<InputObject> selectedHere =
        graph.pods().ownersMatching(selector, graph.namespaceOf(workload)).stream()
            .filter(PodSelectors::isController);
    return Stream.concat(selectsThese, selectedHere)
        .filter(other -> isAnother(other, workload, graph))
        .findFirst()
        .map(other -> List.of(finding(workload, other)))
        .orElse(List.of());
  }

  private static boolean isAnother(InputObject other, InputObject workload, ResourceGraph graph) {
    return graph.isBefore(other, workload)
        && !other.isControlled()
        && graph.isSameUnit(other, workload)
        && !graph.keyOf(other).equals(graph.keyOf(workload));
  }

  private static Finding finding(InputObject workload, InputObject other) {
    return Finding.at(
            workload,
            PodSelectors.placeIn(workload),
            "pods of this and of " + other.kind().kind() + " " + other.name()
                + " cannot be told apart: one's selector selects the other's")
        .related(other, PodSelectors.placeIn(other), "the other selector");
  }
}
