package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import java.util.List;

/** The status of an autoscaler in the making. Immutable. */
record AutoscalerStatus(Mapping fields) {

  static final String ABLE = "AbleToScale";
  static final String ACTIVE = "ScalingActive";
  static final String LIMITED = "ScalingLimited";
  static final String TO_ZERO = "ScaledToZero";

  static AutoscalerStatus of(Autoscaler autoscaler) {
    return new AutoscalerStatus(
        autoscaler.resource().at("status") instanceof Mapping status ? status : Mapping.EMPTY);
  }

  /** The older form of an autoscaler has no place for conditions and metrics. */
  Resource in(Resource autoscaler) {
    boolean isOlder = autoscaler.gvk().version().equals("v1");
    Mapping told = isOlder ? fields.without("conditions").without("currentMetrics") : fields;
    return autoscaler.withAt(told, "status").without("metadata", "resourceVersion");
  }

  AutoscalerStatus with(
      String type, boolean holds, String reason, String message, VirtualClock clock) {
    Conditions conditions = Conditions.of(new Resource(Mapping.of("status", fields)))
        .with(type, holds ? "True" : "False", reason, message, clock);
    return new AutoscalerStatus(fields.with("conditions", conditions.toNode()));
  }

  boolean holds(String type) {
    return Conditions.of(new Resource(Mapping.of("status", fields))).isTrue(type);
  }

  AutoscalerStatus counting(Resource autoscaler, long current, long desired, List<Node> metrics) {
    Mapping counted = fields
        .with("observedGeneration", Scalar.of(Meta.generation(autoscaler)))
        .with("currentReplicas", Scalar.of(current))
        .with("desiredReplicas", Scalar.of(desired));
    return new AutoscalerStatus(
        metrics.isEmpty()
            ? counted.without("currentMetrics")
            : counted.with("currentMetrics", Sequence.of(metrics)));
  }

  AutoscalerStatus scaledAt(VirtualClock clock) {
    return new AutoscalerStatus(fields.with("lastScaleTime", Scalar.of(clock.timestamp())));
  }
}
