package dev.seaworthy.simulate.scheduler.filter;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Tolerations;
import dev.seaworthy.simulate.scheduler.Filter;
import dev.seaworthy.simulate.scheduler.NodeView;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Reason;
import dev.seaworthy.simulate.scheduler.Trigger;
import java.util.List;
import java.util.Set;

/** Every taint of a node that keeps pods off must be tolerated. */
public final class TaintToleration implements Filter {

  @Override
  public Judge judge(Pod pod, NodeViews cluster) {
    Tolerations tolerations = Tolerations.of(pod.resource());
    return node -> isTolerated(node, tolerations)
        ? List.of()
        : List.of(Reason.permanent("node(s) had untolerated taint(s)"));
  }

  private static boolean isTolerated(NodeView node, Tolerations tolerations) {
    for (Node taint : node.taints()) {
      if (!taint.get("effect").text().equals("PreferNoSchedule") && !tolerations.tolerate(taint)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Set<Trigger> retriedOn() {
    return Set.of(Trigger.NODE_ADDED, Trigger.NODE_CHANGED);
  }
}
