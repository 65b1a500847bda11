package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.check.core.pod.QualityOfService;
import dev.seaworthy.validate.field.Request;
import java.util.List;

/** The status of a pod that has just been made. */
final class PendingPodStatus {

  private PendingPodStatus() {}

  static Mapping ofNew(Mapping spec, Request request) {
    Mapping status = Mapping.of(
        "phase", Scalar.of("Pending"),
        "qosClass", Scalar.of(QualityOfService.of(spec, request.isSince(34)).word()));
    return spec.get("schedulingGates").size() == 0
        ? status
        : status.with("conditions", Sequence.of(List.of(gated())));
  }

  /** The time of the condition is the server's to say. */
  private static Node gated() {
    return Mapping.of(
        "type", Scalar.of("PodScheduled"),
        "status", Scalar.of("False"),
        "reason", Scalar.of("SchedulingGated"),
        "message", Scalar.of("Scheduling is blocked due to non-empty scheduling gates"));
  }
}
