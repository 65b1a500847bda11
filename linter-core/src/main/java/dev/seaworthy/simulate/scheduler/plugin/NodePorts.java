package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.simulate.object.HostPort;
import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Status;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** A port of a node can be given to one pod only. */
public final class NodePorts implements FilterPlugin {

  private static final Status TAKEN =
      Status.unschedulable("node(s) didn't have free ports for the requested pod ports");

  @Override
  public int order() {
    return 50;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    List<HostPort> wanted = pod.hostPorts();
    return wanted.isEmpty()
        ? NodeFilter.SKIP
        : node -> isTaken(wanted, node) ? TAKEN : Status.SUCCESS;
  }

  private static boolean isTaken(List<HostPort> wanted, NodeInfo node) {
    AtomicBoolean taken = new AtomicBoolean();
    node.visitSignatures((other, pods, alive) -> {
      if (clash(wanted, other.hostPorts())) {
        taken.set(true);
      }
    });
    return taken.get();
  }

  private static boolean clash(List<HostPort> wanted, List<HostPort> used) {
    return !used.isEmpty()
        && wanted.stream().anyMatch(port -> used.stream().anyMatch(port::clashes));
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    return ClusterEvent.union(
        ClusterEvent.of(EventResource.NODE, ActionType.ADD),
        ClusterEvent.of(EventResource.ASSIGNED_POD, ActionType.DELETE));
  }

  @Override
  public boolean isSchedulableAfterPodChange(PodSignature pod, PodSignature other) {
    return clash(pod.hostPorts(), other.hostPorts());
  }
}
