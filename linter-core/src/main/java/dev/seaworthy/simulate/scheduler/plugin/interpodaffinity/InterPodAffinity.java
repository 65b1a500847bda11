package dev.seaworthy.simulate.scheduler.plugin.interpodaffinity;

import static dev.seaworthy.simulate.scheduler.framework.ActionType.ADD;
import static dev.seaworthy.simulate.scheduler.framework.ActionType.DELETE;
import static dev.seaworthy.simulate.scheduler.framework.ActionType.UPDATE_NODE_LABEL;
import static dev.seaworthy.simulate.scheduler.framework.ActionType.UPDATE_POD_LABEL;

import dev.seaworthy.simulate.scheduler.framework.AffinityTerm;
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

/** Pods that must or would be near some and far from others; what is there may object, too. */
public final class InterPodAffinity implements FilterPlugin, ScorePlugin {

  @Override
  public int order() {
    return 130;
  }

  @Override
  public int weight() {
    return 2;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    return new RequiredTerms(pod, handle.snapshot());
  }

  @Override
  public NodeScore scoring(PodSignature pod, Handle handle) {
    return new PreferredTerms(pod, handle.snapshot());
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    return ClusterEvent.union(
        ClusterEvent.of(EventResource.NODE, ADD, UPDATE_NODE_LABEL),
        ClusterEvent.of(EventResource.ASSIGNED_POD, ADD, DELETE, UPDATE_POD_LABEL));
  }

  @Override
  public boolean isSchedulableAfterPodChange(PodSignature pod, PodSignature other) {
    return concerns(pod.requiredAffinity(), other)
        || concerns(pod.requiredAntiAffinity(), other)
        || concerns(other.requiredAntiAffinity(), pod);
  }

  private static boolean concerns(List<AffinityTerm> terms, PodSignature other) {
    return terms.stream().anyMatch(term -> term.concerns(other));
  }
}
