package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;

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

  static MetricReading valid(long replicas, String name, Node status) {
    return new MetricReading(replicas, name, status, "", "");
  }

  /** Of a metric of {@code type}, such as {@code Resource}. */
  static MetricReading failed(String type, String problem) {
    return new MetricReading(0, "", Absent.INSTANCE, "FailedGet" + type + "Metric", problem);
  }

  boolean isValid() {
    return reason.isEmpty();
  }
}
