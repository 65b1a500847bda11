package dev.seaworthy.simulate.scheduler.filter;

import dev.seaworthy.simulate.object.NodeAffinity;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.Filter;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Reason;
import dev.seaworthy.simulate.scheduler.Trigger;
import java.util.List;
import java.util.Set;

/** A pod whose affinity names its nodes, as those of DaemonSets do, looks at no others. */
public final class NamedNodes implements Filter {

  private static final List<Reason> OTHER =
      List.of(Reason.permanent("node(s) didn't satisfy plugin(s) [NodeAffinity]"));

  @Override
  public Judge judge(Pod pod, NodeViews cluster) {
    return NodeAffinity.of(pod.resource().at("spec"))
        .names()
        .<Judge>map(names -> node -> names.contains(node.name()) ? List.of() : OTHER)
        .orElse(CONTENT);
  }

  @Override
  public Set<Trigger> retriedOn() {
    return Set.of(Trigger.NODE_ADDED);
  }
}
