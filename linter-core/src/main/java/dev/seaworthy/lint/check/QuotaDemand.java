package dev.seaworthy.lint.check;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How much the pods of some workloads ask for of one entry of a ResourceQuota.
 *
 * @param field {@code requests} or {@code limits}
 * @param resource such as {@code cpu}
 */
record QuotaDemand(String field, String resource) {

  private static final List<String> OF_CONTAINERS = List.of("cpu", "memory", "ephemeral-storage");

  /** Reads {@code limits.cpu}, {@code requests.cpu} and {@code cpu}; others are about objects. */
  static Optional<QuotaDemand> of(String entry) {
    int dot = entry.indexOf('.');
    String field = dot < 0 ? "requests" : entry.substring(0, dot);
    String resource = entry.substring(dot + 1);
    boolean known =
        OF_CONTAINERS.contains(resource) && (field.equals("requests") || field.equals("limits"));
    return known ? Optional.of(new QuotaDemand(field, resource)) : Optional.empty();
  }

  /** The first container without a value: the server refuses its pods. */
  Optional<Container> firstWithout(PodTemplate pods, ResourceGraph graph) {
    return pods.containers().stream()
        .filter(container -> !container.path().toString().contains("ephemeralContainers"))
        .filter(container -> value(container, pods, graph).isAbsent())
        .findFirst();
  }

  private Node value(Container container, PodTemplate pods, ResourceGraph graph) {
    return field.equals("limits")
        ? EffectiveRequest.limit(container, pods, resource, graph)
        : EffectiveRequest.request(container, pods, resource, graph);
  }

  /** What all pods of the workload ask for: those containers that stay, or one that runs before. */
  BigDecimal of(PodTemplate pods, long count, ResourceGraph graph) {
    BigDecimal staying = BigDecimal.ZERO;
    BigDecimal before = BigDecimal.ZERO;
    for (Container container : pods.containers()) {
      BigDecimal amount =
          Quantity.of(value(container, pods, graph)).map(Quantity::value).orElse(BigDecimal.ZERO);
      staying = container.staysUp() ? staying.add(amount) : staying;
      before = container.staysUp() ? before : before.max(amount);
    }
    return ofPod(pods).orElse(staying.max(before)).multiply(BigDecimal.valueOf(count));
  }

  private Optional<BigDecimal> ofPod(PodTemplate pods) {
    return Quantity.of(pods.spec().at("resources", field, resource)).map(Quantity::value);
  }

  /** The fewest pods of the workload at a time. */
  static long countOf(InputObject workload, ResourceGraph graph) {
    return switch (workload.kind().kind()) {
      case "Job" -> workload.resource().at("spec", "parallelism").longOr(1);
      case "Pod", "CronJob", "DaemonSet", "PodTemplate" -> 1;
      default -> graph.scaling().lowestReplicas(workload);
    };
  }
}
