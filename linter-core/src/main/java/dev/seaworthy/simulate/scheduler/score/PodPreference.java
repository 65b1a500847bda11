package dev.seaworthy.simulate.scheduler.score;

import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.AffinityTerm;
import dev.seaworthy.simulate.scheduler.NodeView;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Score;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Prefers to be near and far as the pod, and the pods that are there, would like it. */
public final class PodPreference implements Score {

  private static final String NEAR = "podAffinity";
  private static final String FAR = "podAntiAffinity";

  private record Place(String key, String value) {}

  @Override
  public int weight() {
    return 2;
  }

  @Override
  public long[] points(Pod pod, List<NodeView> candidates, NodeViews cluster) {
    Map<Place, Long> attraction = new HashMap<>();
    List<AffinityTerm> near = AffinityTerm.preferred(pod, NEAR);
    List<AffinityTerm> far = AffinityTerm.preferred(pod, FAR);
    for (NodeView node : cluster.all()) {
      if (!near.isEmpty() || !far.isEmpty()) {
        for (Pod other : node.pods()) {
          add(near, other, node, 1, attraction);
          add(far, other, node, -1, attraction);
        }
      }
      for (Pod other : node.choosyPods()) {
        add(AffinityTerm.preferred(other, NEAR), pod, node, 1, attraction);
        add(AffinityTerm.preferred(other, FAR), pod, node, -1, attraction);
        addDemands(other, pod, node, attraction);
      }
    }
    return Normalized.stretched(
        candidates.stream().mapToLong(node -> attraction(node, attraction)).toArray());
  }

  private static void add(
      List<AffinityTerm> terms, Pod pod, NodeView node, int sign, Map<Place, Long> attraction) {
    for (AffinityTerm term : terms) {
      if (term.concerns(pod)) {
        merge(term.key(), node, sign * term.weight(), attraction);
      }
    }
  }

  /** A pod that must be near the likes of this one would like it a little near, too. */
  private static void addDemands(Pod other, Pod pod, NodeView node, Map<Place, Long> attraction) {
    for (AffinityTerm term : AffinityTerm.required(other, NEAR)) {
      if (term.concerns(pod)) {
        merge(term.key(), node, 1, attraction);
      }
    }
  }

  private static void merge(String key, NodeView node, long weight, Map<Place, Long> attraction) {
    String value = node.labels().get(key);
    if (value != null) {
      attraction.merge(new Place(key, value), weight, Long::sum);
    }
  }

  private static long attraction(NodeView node, Map<Place, Long> attraction) {
    return attraction.entrySet().stream()
        .filter(entry ->
            entry.getKey().value().equals(node.labels().get(entry.getKey().key())))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
