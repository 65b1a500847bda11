package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Tolerations;
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
import java.util.List;
import java.util.Set;

/** Keeps pods off nodes with taints that they don't tolerate, and prefers nodes without soft ones. */
public final class TaintToleration implements FilterPlugin, ScorePlugin {

  private static final Status TAINTED = Status.unresolvable("node(s) had untolerated taint(s)");

  @Override
  public int order() {
    return 30;
  }

  @Override
  public int weight() {
    return 3;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    Tolerations tolerations = pod.tolerations();
    return node -> untolerated(node, tolerations, false) == 0 ? Status.SUCCESS : TAINTED;
  }

  @Override
  public NodeScore scoring(PodSignature pod, Handle handle) {
    return new FewestSoftTaints(pod.tolerations());
  }

  private record FewestSoftTaints(Tolerations tolerations) implements NodeScore {

    @Override
    public boolean preScore(List<NodeInfo> candidates) {
      for (NodeInfo node : candidates) {
        if (!node.taints().isEmpty()) {
          return true;
        }
      }
      return false;
    }

    @Override
    public long score(NodeInfo node) {
      return untolerated(node, tolerations, true);
    }

    @Override
    public void normalize(long[] points) {
      Normalized.downwards(points);
    }
  }

  private static long untolerated(NodeInfo node, Tolerations tolerations, boolean soft) {
    long count = 0;
    for (Node taint : node.taints()) {
      boolean isSoft = taint.get("effect").text().equals("PreferNoSchedule");
      count += isSoft == soft && !tolerations.tolerate(taint) ? 1 : 0;
    }
    return count;
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    return ClusterEvent.of(EventResource.NODE, ActionType.ADD, ActionType.UPDATE_NODE_TAINT);
  }

  @Override
  public boolean isSchedulableAfterNodeChange(PodSignature pod, NodeInfo node) {
    return untolerated(node, pod.tolerations(), false) == 0;
  }
}
