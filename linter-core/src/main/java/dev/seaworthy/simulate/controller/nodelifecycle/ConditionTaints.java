package dev.seaworthy.simulate.controller.nodelifecycle;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Conditions;
import java.util.List;

/**
 * The taints that keep new pods off a node for what its conditions say, or because it is cordoned. They
 * are the node lifecycle controller's: it sets those that are true and takes away those that are not,
 * whoever set them.
 */
final class ConditionTaints {

  private static final String TRUE = "True";

  /** While {@code condition} has {@code status}, the node has the taint {@code key}. */
  private record Cause(String condition, String status, String key) {

    boolean holdsFor(Resource node) {
      return Conditions.of(node).status(condition).equals(status);
    }
  }

  private static final List<Cause> CAUSES = List.of(
      new Cause("Ready", "False", "node.kubernetes.io/not-ready"),
      new Cause("Ready", "Unknown", Taints.UNREACHABLE),
      new Cause("MemoryPressure", TRUE, "node.kubernetes.io/memory-pressure"),
      new Cause("DiskPressure", TRUE, "node.kubernetes.io/disk-pressure"),
      new Cause("PIDPressure", TRUE, "node.kubernetes.io/pid-pressure"),
      new Cause("NetworkUnavailable", TRUE, "node.kubernetes.io/network-unavailable"));

  private ConditionTaints() {}

  /** {@code node} with the taints that belong to its state, and no others of these keys. */
  static Resource kept(Resource node) {
    Resource tainted = Taints.set(
        node,
        Taints.UNSCHEDULABLE,
        Taints.NO_SCHEDULE,
        node.at("spec", "unschedulable").isTrue());
    for (Cause cause : CAUSES) {
      tainted = Taints.set(tainted, cause.key(), Taints.NO_SCHEDULE, cause.holdsFor(node));
    }
    return tainted;
  }
}
