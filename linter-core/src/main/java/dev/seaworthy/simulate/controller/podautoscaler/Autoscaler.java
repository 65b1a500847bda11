package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.List;
import java.util.Optional;

/** A HorizontalPodAutoscaler, as its controller reads it. */
record Autoscaler(Resource resource) {

  private static final double USUAL_TOLERANCE = 0.1;
  private static final long USUAL_PERCENTAGE = 80;

  private Node spec(String field) {
    return resource.at("spec", field);
  }

  long minReplicas() {
    return spec("minReplicas").longOr(1);
  }

  long maxReplicas() {
    return spec("maxReplicas").longOr(1);
  }

  /** Of the older form, which knows processors only, as the newer one would have it. */
  List<Node> metrics() {
    List<Node> metrics = spec("metrics").items();
    return metrics.isEmpty()
        ? List.of(processors(spec("targetCPUUtilizationPercentage").longOr(USUAL_PERCENTAGE)))
        : metrics;
  }

  private static Node processors(long percentage) {
    Mapping target =
        Mapping.of("type", Scalar.of("Utilization"), "averageUtilization", Scalar.of(percentage));
    return Mapping.of(
        "type",
        Scalar.of("Resource"),
        "resource",
        Mapping.of("name", Scalar.of("cpu"), "target", target));
  }

  /** What it scales. */
  ObjectKey target() {
    Node reference = spec("scaleTargetRef");
    GroupVersionKind gvk = GroupVersionKind.of(
        reference.get("apiVersion").text(), reference.get("kind").text());
    return new ObjectKey(
        gvk.groupKind(), resource.namespace(), reference.get("name").text());
  }

  boolean hasBehavior() {
    return spec("behavior").isPresent();
  }

  /** The rules for {@code scaleUp} or {@code scaleDown}. */
  Node rules(String direction) {
    return spec("behavior").get(direction);
  }

  /** By which share the usage may be off. */
  double tolerance(String direction) {
    return Quantity.of(rules(direction).get("tolerance"))
        .map(share -> share.value().doubleValue())
        .orElse(USUAL_TOLERANCE);
  }

  /** Whether it can wake a workload that has no pods to measure. */
  boolean hasMetricsBesidesPods() {
    return metrics().stream()
        .map(metric -> metric.get("type").text())
        .anyMatch(type -> type.equals("Object") || type.equals("External"));
  }

  long currentReplicas() {
    return resource.at("status", "currentReplicas").longOr(0);
  }

  Optional<Long> desiredReplicas() {
    return resource.at("status", "desiredReplicas").asLong();
  }
}
