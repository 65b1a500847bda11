package dev.seaworthy.simulate.scheduler.plugin;

import static dev.seaworthy.simulate.scheduler.framework.ResourceVector.CPU;
import static dev.seaworthy.simulate.scheduler.framework.ResourceVector.MEMORY;
import static dev.seaworthy.simulate.scheduler.framework.ResourceVector.PODS;

import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.NodeScore;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.ResourceVector;
import dev.seaworthy.simulate.scheduler.framework.ScorePlugin;
import dev.seaworthy.simulate.scheduler.framework.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the pods of a node request together must not exceed what it has; the node of which the
 * greatest share of cpu and memory stays free is preferred ({@code LeastAllocated}).
 */
public final class NodeResourcesFit implements FilterPlugin, ScorePlugin {

  @Override
  public int order() {
    return 60;
  }

  @Override
  public int weight() {
    return 1;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    List<String> resources = new ArrayList<>();
    pod.requests().resources().forEach(resources::add);
    return node -> status(pod.requests(), resources, node);
  }

  private static Status status(ResourceVector wanted, List<String> resources, NodeInfo node) {
    List<String> reasons = new ArrayList<>(0);
    boolean unresolvable = false;
    if (node.pods().size() + 1 > node.allocatable().get(PODS)) {
      reasons.add("Too many pods");
    }
    for (String resource : resources) {
      long asked = wanted.get(resource);
      long has = node.allocatable().get(resource);
      if (asked > has - node.requested().get(resource)) {
        reasons.add("Insufficient " + resource);
        unresolvable |= asked > has;
      }
    }
    return reasons.isEmpty() ? Status.SUCCESS : new Status(reasons, unresolvable);
  }

  @Override
  public NodeScore scoring(PodSignature pod, Handle handle) {
    ResourceVector wanted = pod.requestsForScores();
    return node -> leastAllocated(wanted, node);
  }

  private static long leastAllocated(ResourceVector wanted, NodeInfo node) {
    long sum = 0;
    long weights = 0;
    for (String resource : List.of(CPU, MEMORY)) {
      long has = node.allocatable().get(resource);
      if (has > 0) {
        long taken = node.requestedForScores().get(resource) + wanted.get(resource);
        sum += taken > has ? 0 : (has - taken) * NodeScore.MAX / has;
        weights++;
      }
    }
    return weights == 0 ? 0 : sum / weights;
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    return ClusterEvent.union(
        ClusterEvent.of(EventResource.NODE, ActionType.ADD, ActionType.UPDATE_NODE_ALLOCATABLE),
        ClusterEvent.of(
            EventResource.ASSIGNED_POD, ActionType.DELETE, ActionType.UPDATE_POD_SCALE_DOWN));
  }

  @Override
  public boolean isSchedulableAfterNodeChange(PodSignature pod, NodeInfo node) {
    for (String resource : pod.requests().resources()) {
      if (pod.requests().get(resource) > node.allocatable().get(resource)) {
        return false;
      }
    }
    return true;
  }
}
