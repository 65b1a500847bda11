package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;

/** Workloads of several pods that a drain may take away all at once. */
final class PdbMissing implements RelationCheck {

  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");

  @Override
  public List<Finding> check(InputObject workload, RelationContext context) {
    ResourceGraph graph = context.graph();
    Optional<PodTemplate> pods = workload.template();
    return pods.isEmpty()
            || graph.scaling().lowestReplicas(workload) < 2
            || !graph.selecting().budgetsAnywhere(pods.get()).isEmpty()
        ? List.of()
        : List.of(finding(workload, pods.get(), graph));
  }

  private static Finding finding(InputObject workload, PodTemplate pods, ResourceGraph graph) {
    String message = "no disruption budget says how many of the pods must stay";
    Optional<InputObject> near =
        graph.selecting().budgetsOfAnyNamespace(pods).stream().findFirst();
    return near.map(budget -> Finding.at(
                workload, REPLICAS, message + "; " + budget.name() + " is in another namespace")
            .related(budget, FieldPath.of("metadata", "namespace"), "would select these pods"))
        .orElseGet(() -> Finding.at(workload, REPLICAS, message));
  }
}
