package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Status;
import java.util.Set;

/** A cordoned node takes only pods that tolerate that. */
public final class NodeUnschedulable implements FilterPlugin {

  private static final Node TAINT = Mapping.of(
      "key", Scalar.of("node.kubernetes.io/unschedulable"),
      "effect", Scalar.of("NoSchedule"));

  private static final Status CORDONED = Status.unresolvable("node(s) were unschedulable");

  @Override
  public int order() {
    return 10;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    return pod.tolerations().tolerate(TAINT)
        ? NodeFilter.SKIP
        : node -> node.isUnschedulable() ? CORDONED : Status.SUCCESS;
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    return ClusterEvent.of(EventResource.NODE, ActionType.ADD, ActionType.UPDATE_NODE_TAINT);
  }

  @Override
  public boolean isSchedulableAfterNodeChange(PodSignature pod, NodeInfo node) {
    return !node.isUnschedulable();
  }
}
