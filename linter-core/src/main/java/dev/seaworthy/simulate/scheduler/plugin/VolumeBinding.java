package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Status;
import dev.seaworthy.simulate.volume.PodVolumes;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A node must reach the volumes that a pod's claims have, or can get. */
public final class VolumeBinding implements FilterPlugin {

  @Override
  public int order() {
    return 90;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    return pod.claims().isEmpty()
        ? NodeFilter.SKIP
        : new Reach(PodVolumes.of(pod.namespace(), pod.claims(), handle.volumes()));
  }

  private record Reach(PodVolumes volumes) implements NodeFilter {

    @Override
    public Optional<Status> refusal() {
      return volumes.refusal().map(Status::unresolvable);
    }

    @Override
    public Status filter(NodeInfo node) {
      List<String> conflicts = volumes.on(node.name(), node.labels()).conflicts();
      return new Status(conflicts, !conflicts.isEmpty());
    }
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    Set<ClusterEvent> ofNodes =
        ClusterEvent.of(EventResource.NODE, ActionType.ADD, ActionType.UPDATE_NODE_LABEL);
    return ClusterEvent.union(ofNodes, ClusterEvent.ofVolumes());
  }
}
