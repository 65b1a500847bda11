package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.controller.podautoscaler.ReplicaCalculation.Proposal;
import dev.seaworthy.simulate.controller.podautoscaler.ReplicaCalculation.Target;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the metrics of an autoscaler at one moment.
 *
 * @param current how many replicas are wanted now
 * @param pods those that the workload selects
 */
record MetricReader(
    Autoscaler autoscaler, long current, List<Pod> pods, PodMetrics metrics, Instant now) {

  private static final long THOUSANDTHS = 1000;

  MetricReading read(Node metric) {
    String type = metric.get("type").text();
    return switch (type) {
      case "Resource" -> resource(type, metric.get("resource"));
      case "ContainerResource" -> container(type, metric.get("containerResource"));
      default ->
        MetricReading.failed(type, "unable to get metric: nothing in a dry-run measures it");
    };
  }

  /** Of pods with one container that is what the pod uses. */
  private MetricReading container(String type, Node source) {
    String container = source.get("container").text();
    boolean isWhole = pods.stream().allMatch(pod -> isOnly(container, pod.resource()));
    return isWhole
        ? resource(type, source)
        : MetricReading.failed(
            type, "unable to get metrics: only whole pods are measured in a dry-run");
  }

  private static boolean isOnly(String container, Resource pod) {
    List<Node> containers = pod.at("spec", "containers").items();
    return containers.size() == 1 && containers.get(0).get("name").text().equals(container);
  }

  private MetricReading resource(String type, Node source) {
    String resource = source.get("name").text();
    Optional<Map<String, Long>> usage = metrics.usage(autoscaler.target(), resource, pods);
    if (usage.isEmpty()) {
      return MetricReading.failed(type, "unable to get metrics for resource " + resource);
    }
    Target target = target(source.get("target"));
    List<PodSample> samples =
        pods.stream().map(pod -> sample(pod, resource, usage.get())).toList();
    if (target.isUtilization() && samples.stream().anyMatch(it -> it.request() == 0)) {
      return MetricReading.failed(type, "missing request for " + resource + " in a container");
    }
    return new ReplicaCalculation(
            current, target, autoscaler.tolerance("scaleDown"), autoscaler.tolerance("scaleUp"))
        .propose(samples)
        .map(proposal -> MetricReading.valid(
            proposal.replicas(), name(resource, proposal), status(type, source, proposal)))
        .orElseGet(() -> MetricReading.failed(type, "did not receive metrics for targeted pods"));
  }

  private static Target target(Node target) {
    return Quantity.of(target.get("averageValue"))
        .map(value -> new Target(value.milliValue(), false))
        .orElseGet(() -> new Target(target.get("averageUtilization").longOr(1), true));
  }

  private PodSample sample(Pod pod, String resource, Map<String, Long> usage) {
    boolean isCpu = resource.equals("cpu");
    long asked = PodRequests.of(pod.resource().at("spec")).get(resource);
    Optional<Long> used = Optional.ofNullable(usage.get(pod.name()));
    return PodSample.of(pod, used, isCpu ? asked : asked * THOUSANDTHS, isCpu, now);
  }

  private static String name(String resource, Proposal proposal) {
    return proposal.utilization().isPresent()
        ? resource + " resource utilization (percentage of request)"
        : resource + " resource";
  }

  private static Node status(String type, Node source, Proposal proposal) {
    BigDecimal average = BigDecimal.valueOf(proposal.average(), 3).stripTrailingZeros();
    Mapping value = Mapping.of(
        "averageValue",
        Scalar.of(
            Quantity.parse(average.toPlainString()).map(Quantity::canonical).orElse("0")));
    Mapping reached = proposal
        .utilization()
        .map(percent -> value.with("averageUtilization", Scalar.of(percent)))
        .orElse(value);
    Mapping told = Mapping.of("name", source.get("name"), "current", reached);
    boolean isOfContainer = source.get("container").isPresent();
    return isOfContainer
        ? Mapping.of(
            "type",
            Scalar.of(type),
            "containerResource",
            told.with("container", source.get("container")))
        : Mapping.of("type", Scalar.of(type), "resource", told);
  }
}
