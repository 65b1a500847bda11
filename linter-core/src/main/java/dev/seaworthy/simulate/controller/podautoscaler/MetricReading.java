package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one metric of an autoscaler asks for.
 *
 * @param replicas how many replicas; 0 if it can't be told
 * @param name what was measured, for events
 * @param status the entry of {@code status.currentMetrics}; absent if nothing was measured
 * @param reason why it can't be told, as conditions and events name it; empty if it can
 * @param problem the same in words
 */
record MetricReading(long replicas, String name, Node status, String reason, String problem) {

  boolean isValid() {
    return reason.isEmpty();
  }

  private static MetricReading failed(String type, String problem) {
    return new MetricReading(0, "", Absent.INSTANCE, "FailedGet" + type + "Metric", problem);
  }

  /**
   * Reads a metric.
   *
   * @param current how many replicas are wanted now
   * @param pods those that the workload selects
   */
  static MetricReading of(
      Node metric,
      Autoscaler autoscaler,
      long current,
      List<Resource> pods,
      PodMetrics metrics,
      Instant now) {
    String type = metric.get("type").text();
    if (!type.equals("Resource")) {
      return failed(type, "unable to get metric: nothing in a dry-run measures it");
    }
    String resource = metric.at("resource", "name").text();
    List<Pod> all = pods.stream().map(Pod::new).toList();
    Optional<Map<String, Long>> usage = metrics.usage(autoscaler.target(), resource, all);
    if (usage.isEmpty()) {
      return failed(type, "unable to get metrics for resource " + resource);
    }
    ReplicaCalculation.Target target = target(metric.at("resource", "target"));
    List<PodSample> samples = samples(all, resource, usage.get(), now);
    boolean lacksRequest = samples.stream().anyMatch(sample -> sample.request() == 0);
    if (target.isUtilization() && lacksRequest) {
      return failed(type, "missing request for " + resource + " in a container");
    }
    return new ReplicaCalculation(
            current, target, autoscaler.tolerance("scaleDown"), autoscaler.tolerance("scaleUp"))
        .propose(samples)
        .map(proposal -> valid(resource, proposal))
        .orElseGet(() -> failed(type, "did not receive metrics for targeted pods"));
  }

  private static ReplicaCalculation.Target target(Node target) {
    return Quantity.of(target.get("averageValue"))
        .map(value -> new ReplicaCalculation.Target(value.milliValue(), false))
        .orElseGet(
            () -> new ReplicaCalculation.Target(target.get("averageUtilization").longOr(1), true));
  }

  private static List<PodSample> samples(
      List<Pod> pods, String resource, Map<String, Long> usage, Instant now) {
    boolean isCpu = resource.equals("cpu");
    List<PodSample> samples = new ArrayList<>();
    for (Pod pod : pods) {
      long asked = PodRequests.of(pod.resource().at("spec")).get(resource);
      Optional<Long> used = Optional.ofNullable(usage.get(pod.name()));
      samples.add(PodSample.of(pod, used, isCpu ? asked : asked * 1000, isCpu, now));
    }
    return samples;
  }

  private static MetricReading valid(String resource, ReplicaCalculation.Proposal proposal) {
    String average = Quantity.parse(
            BigDecimal.valueOf(proposal.average(), 3).stripTrailingZeros().toPlainString())
        .map(Quantity::canonical)
        .orElse("0");
    Mapping current = Mapping.of("averageValue", Scalar.of(average));
    current = proposal
        .utilization()
        .map(Scalar::of)
        .map(percent ->
            Mapping.of("averageUtilization", percent, "averageValue", Scalar.of(average)))
        .orElse(current);
    Node status = Mapping.of(
        "type",
        Scalar.of("Resource"),
        "resource",
        Mapping.of("name", Scalar.of(resource), "current", current));
    String name = proposal.utilization().isPresent()
        ? resource + " resource utilization (percentage of request)"
        : resource + " resource";
    return new MetricReading(proposal.replicas(), name, status, "", "");
  }
}
