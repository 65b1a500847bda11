package dev.seaworthy.simulate.scheduler.plugin.podtopologyspread;

import static dev.seaworthy.simulate.scheduler.framework.ActionType.ADD;
import static dev.seaworthy.simulate.scheduler.framework.ActionType.DELETE;
import static dev.seaworthy.simulate.scheduler.framework.ActionType.UPDATE_NODE_LABEL;
import static dev.seaworthy.simulate.scheduler.framework.ActionType.UPDATE_NODE_TAINT;
import static dev.seaworthy.simulate.scheduler.framework.ActionType.UPDATE_POD_LABEL;

import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeScore;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.ScorePlugin;
import java.util.List;
import java.util.Set;

/** Spreads pods over the domains of topologies, as they demand, as they wish, or as is usual. */
public final class PodTopologySpread implements FilterPlugin, ScorePlugin {

  @Override
  public int order() {
    return 120;
  }

  @Override
  public int weight() {
    return 2;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    List<SpreadConstraint> constraints = SpreadConstraint.of(pod, true);
    return constraints.isEmpty()
        ? NodeFilter.SKIP
        : new HardSpread(pod, new SpreadCounts(constraints, pod, handle.snapshot(), true));
  }

  @Override
  public NodeScore scoring(PodSignature pod, Handle handle) {
    if (pod.spec().get("topologySpreadConstraints").size() == 0) {
      return new DefaultSpread(pod, handle);
    }
    List<SpreadConstraint> constraints = SpreadConstraint.of(pod, false);
    return constraints.isEmpty()
        ? NodeScore.SKIP
        : new SoftSpread(new SpreadCounts(constraints, pod, handle.snapshot(), true), true);
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    return ClusterEvent.union(
        ClusterEvent.of(EventResource.NODE, ADD, DELETE, UPDATE_NODE_LABEL, UPDATE_NODE_TAINT),
        ClusterEvent.of(EventResource.ASSIGNED_POD, ADD, DELETE, UPDATE_POD_LABEL));
  }

  @Override
  public boolean isSchedulableAfterPodChange(PodSignature pod, PodSignature other) {
    return pod.namespace().equals(other.namespace())
        && SpreadConstraint.of(pod, true).stream().anyMatch(it -> it.counts(other.labels()));
  }
}
