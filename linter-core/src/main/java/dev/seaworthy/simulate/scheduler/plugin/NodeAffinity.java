package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.NodeScore;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.ScorePlugin;
import dev.seaworthy.simulate.scheduler.framework.Status;
import java.util.Optional;
import java.util.Set;

/** A node must have what a pod's node selector and affinity ask for, and had better what it prefers. */
public final class NodeAffinity implements FilterPlugin, ScorePlugin {

  private static final Status MISMATCH =
      Status.unresolvable("node(s) didn't match Pod's node affinity/selector");

  @Override
  public int order() {
    return 40;
  }

  @Override
  public int weight() {
    return 2;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    return new Required(pod);
  }

  private record Required(PodSignature pod) implements NodeFilter {

    @Override
    public Status filter(NodeInfo node) {
      return allows(pod, node) ? Status.SUCCESS : MISMATCH;
    }

    @Override
    public Optional<Set<String>> nodeNames() {
      return pod.nodeAffinity().names();
    }
  }

  private static boolean allows(PodSignature pod, NodeInfo node) {
    return pod.nodeAffinity().allows(node.name(), node.labels());
  }

  @Override
  public NodeScore scoring(PodSignature pod, Handle handle) {
    return pod.nodeAffinity().hasPreferences() ? new Preferred(pod) : NodeScore.SKIP;
  }

  private record Preferred(PodSignature pod) implements NodeScore {

    @Override
    public long score(NodeInfo node) {
      return pod.nodeAffinity().preference(node.name(), node.labels());
    }

    @Override
    public void normalize(long[] points) {
      Normalized.upwards(points);
    }
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    return ClusterEvent.of(EventResource.NODE, ActionType.ADD, ActionType.UPDATE_NODE_LABEL);
  }

  @Override
  public boolean isSchedulableAfterNodeChange(PodSignature pod, NodeInfo node) {
    return allows(pod, node);
  }
}
