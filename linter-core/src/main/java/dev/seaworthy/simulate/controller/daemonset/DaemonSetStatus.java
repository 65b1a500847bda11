package dev.seaworthy.simulate.controller.daemonset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.DaemonSet;
import dev.seaworthy.simulate.object.Meta;
import java.util.LinkedHashMap;
import java.util.Map;

/** The counts that a DaemonSet reports. */
final class DaemonSetStatus {

  private DaemonSetStatus() {}

  static Resource of(DaemonSet set, Tally tally, long collisions) {
    Map<String, Node> status = new LinkedHashMap<>();
    status.put("currentNumberScheduled", Scalar.of(tally.current()));
    status.put("numberMisscheduled", Scalar.of(tally.misscheduled()));
    status.put("desiredNumberScheduled", Scalar.of(tally.desired()));
    status.put("numberReady", Scalar.of(tally.ready()));
    status.put("observedGeneration", Scalar.of(Meta.generation(set.resource())));
    putPositive(status, "updatedNumberScheduled", tally.updated());
    putPositive(status, "numberAvailable", tally.available());
    putPositive(status, "numberUnavailable", tally.desired() - (long) tally.available());
    putPositive(status, "collisionCount", collisions);
    return set.resource().with("status", Mapping.of(status));
  }

  private static void putPositive(Map<String, Node> status, String field, long count) {
    if (count > 0) {
      status.put(field, Scalar.of(count));
    }
  }
}
