package dev.seaworthy.simulate.scheduler.filter;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Tolerations;
import dev.seaworthy.simulate.scheduler.Filter;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Reason;
import dev.seaworthy.simulate.scheduler.Trigger;
import java.util.List;
import java.util.Set;

/** A cordoned node takes only pods that tolerate that. */
public final class NodeUnschedulable implements Filter {

  private static final Node TAINT = Mapping.of(
      "key", Scalar.of("node.kubernetes.io/unschedulable"),
      "effect", Scalar.of("NoSchedule"));

  @Override
  public Judge judge(Pod pod, NodeViews cluster) {
    boolean tolerated = Tolerations.of(pod.resource()).tolerate(TAINT);
    return node -> node.isUnschedulable() && !tolerated
        ? List.of(Reason.permanent("node(s) were unschedulable"))
        : List.of();
  }

  @Override
  public Set<Trigger> retriedOn() {
    return Set.of(Trigger.NODE_ADDED, Trigger.NODE_CHANGED);
  }
}
