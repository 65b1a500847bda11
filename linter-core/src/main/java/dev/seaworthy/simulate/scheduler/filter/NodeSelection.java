package dev.seaworthy.simulate.scheduler.filter;

import dev.seaworthy.simulate.object.NodeAffinity;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.Filter;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Reason;
import dev.seaworthy.simulate.scheduler.Trigger;
import java.util.List;
import java.util.Set;

/** A node must have what the pod's node selector and required node affinity ask for. */
public final class NodeSelection implements Filter {

  private static final List<Reason> MISMATCH =
      List.of(Reason.permanent("node(s) didn't match Pod's node affinity/selector"));

  @Override
  public Judge judge(Pod pod, NodeViews cluster) {
    NodeAffinity affinity = NodeAffinity.of(pod.resource().at("spec"));
    return node -> affinity.allows(node.name(), node.labels()) ? List.of() : MISMATCH;
  }

  @Override
  public Set<Trigger> retriedOn() {
    return Set.of(Trigger.NODE_ADDED, Trigger.NODE_CHANGED);
  }
}
