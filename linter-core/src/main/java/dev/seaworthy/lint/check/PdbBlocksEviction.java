package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.format.IntOrPercent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Disruption budgets that never let a pod go, so that no node can be drained. */
final class PdbBlocksEviction implements RelationCheck {

  private static final FieldPath AVAILABLE = FieldPath.of("spec", "minAvailable");
  private static final FieldPath UNAVAILABLE = FieldPath.of("spec", "maxUnavailable");
  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");
  private static final long ALL = 100;

  @Override
  public List<Finding> check(InputObject budget, RelationContext context) {
    Node unavailable = budget.at(UNAVAILABLE);
    if (unavailable.isPresent()) {
      return IntOrPercent.of(unavailable).value() == 0
          ? List.of(Finding.at(budget, UNAVAILABLE, "no pod may ever be evicted"))
          : List.of();
    }
    Node available = budget.at(AVAILABLE);
    IntOrPercent least = IntOrPercent.of(available);
    if (least.percent() && least.value() >= ALL) {
      return List.of(Finding.at(budget, AVAILABLE, "all pods must stay, so none may be evicted"));
    }
    return available.isAbsent() ? List.of() : counted(budget, least, context);
  }

  private static List<Finding> counted(
      InputObject budget, IntOrPercent least, RelationContext context) {
    ResourceGraph graph = context.graph();
    String namespace = graph.namespaceOf(budget);
    LabelSelector selector = PodSelectors.of(budget).orElse(LabelSelector.NOTHING);
    Expected expected = graph
        .pods()
        .ofSelected(Expected.class, selector, namespace, pods -> Expected.of(pods, graph));
    long count = graph.pods().countOperatorPods(selector, namespace) + expected.count();
    boolean accepted = count == 1 && context.parameter("acceptSingle").isTrue();
    return !expected.known() || count == 0 || accepted || needed(least, count) < count
        ? List.of()
        : List.of(finding(budget, count, expected.first(), graph));
  }

  /**
   * The fewest pods that a selector may find.
   *
   * @param known whether the number of all of them is in the manifests
   */
  private record Expected(long count, Optional<InputObject> first, boolean known) {

    static Expected of(Stream<PodTemplate> pods, ResourceGraph graph) {
      List<InputObject> workloads = pods.map(PodTemplate::owner).toList();
      return new Expected(
          workloads.stream().mapToLong(graph.scaling()::lowestReplicas).sum(),
          workloads.stream().findFirst(),
          workloads.stream().allMatch(PdbBlocksEviction::isCounted));
    }
  }

  /** The number of a DaemonSet's or a Job's pods is not in the manifests. */
  private static boolean isCounted(InputObject workload) {
    return PodSelectors.isController(workload)
        && !workload.kind().kind().equals("DaemonSet")
        && !workload.isControlled();
  }

  /** Rounded up, as the disruption controller does. */
  private static long needed(IntOrPercent least, long expected) {
    return least.percent() ? (expected * least.value() + ALL - 1) / ALL : least.value();
  }

  private static Finding finding(
      InputObject budget, long expected, Optional<InputObject> first, ResourceGraph graph) {
    String pods = expected == 1 ? "the only pod" : "all " + expected + " pods";
    Finding finding = Finding.at(
        budget, AVAILABLE, pods + " that there may be must stay, so none may be evicted");
    return first.map(workload -> related(finding, workload, graph)).orElse(finding);
  }

  private static Finding related(Finding finding, InputObject workload, ResourceGraph graph) {
    return graph.scaling().autoscalersOf(workload).stream()
        .findFirst()
        .map(scaler -> finding.related(scaler, FieldPath.of("spec"), "the fewest pods"))
        .orElseGet(() -> finding.related(workload, REPLICAS, "the number of pods"));
  }
}
