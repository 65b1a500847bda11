package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A metric by which a HorizontalPodAutoscaler compares what containers use with what they request.
 *
 * @param container the one container that counts; empty if all do
 */
record HpaMetric(FieldPath path, String resource, Optional<String> container) {

  private static final FieldPath METRICS = FieldPath.of("spec", "metrics");
  private static final FieldPath OLD = FieldPath.of("spec", "targetCPUUtilizationPercentage");

  /** The metrics of an autoscaler of any version; one without any goes by the processor. */
  static List<HpaMetric> of(InputObject autoscaler) {
    List<HpaMetric> metrics = new ArrayList<>();
    List<Node> items = autoscaler.at(METRICS).items();
    if (items.isEmpty()) {
      metrics.add(new HpaMetric(OLD, "cpu", Optional.empty()));
    }
    for (int i = 0; i < items.size(); i++) {
      FieldPath path = METRICS.index(i);
      read(items.get(i).get("resource"), path, false).ifPresent(metrics::add);
      read(items.get(i).get("containerResource"), path, true).ifPresent(metrics::add);
    }
    return metrics;
  }

  private static Optional<HpaMetric> read(Node source, FieldPath path, boolean oneContainer) {
    Node target = source.get("target");
    boolean utilization = target.get("type").text().equals("Utilization")
        || target.get("averageUtilization").isPresent()
        || source.get("targetAverageUtilization").isPresent();
    return utilization
        ? Optional.of(new HpaMetric(
            path,
            source.get("name").text(),
            oneContainer ? Optional.of(source.get("container").text()) : Optional.empty()))
        : Optional.empty();
  }
}
