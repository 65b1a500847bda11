package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Status;
import java.util.Set;

/** A pod that names its node goes there or nowhere. */
public final class NodeName implements FilterPlugin {

  private static final Status OTHER =
      Status.unresolvable("node(s) didn't match the requested node name");

  @Override
  public int order() {
    return 20;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    String name = pod.nodeName();
    return name.isEmpty()
        ? NodeFilter.SKIP
        : node -> name.equals(node.name()) ? Status.SUCCESS : OTHER;
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    return ClusterEvent.of(EventResource.NODE, ActionType.ADD);
  }
}
