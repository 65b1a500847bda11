package dev.seaworthy.simulate.scheduler.filter;

import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.Filter;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Reason;
import dev.seaworthy.simulate.scheduler.Trigger;
import java.util.List;
import java.util.Set;

/** A pod that names its node goes there or nowhere. */
public final class NodeName implements Filter {

  @Override
  public Judge judge(Pod pod, NodeViews cluster) {
    return pod.nodeName()
        .<Judge>map(name -> node -> name.equals(node.name())
            ? List.of()
            : List.of(Reason.permanent("node(s) didn't match the requested node name")))
        .orElse(CONTENT);
  }

  @Override
  public Set<Trigger> retriedOn() {
    return Set.of(Trigger.NODE_ADDED);
  }
}
