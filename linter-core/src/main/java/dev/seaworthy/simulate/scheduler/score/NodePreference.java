package dev.seaworthy.simulate.scheduler.score;

import dev.seaworthy.simulate.object.NodeAffinity;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.NodeView;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Score;
import java.util.List;

/** Prefers nodes that fulfil the pod's preferred node affinity. */
public final class NodePreference implements Score {

  @Override
  public int weight() {
    return 2;
  }

  @Override
  public long[] points(Pod pod, List<NodeView> candidates, NodeViews cluster) {
    NodeAffinity affinity = NodeAffinity.of(pod.resource().at("spec"));
    return Normalized.upwards(candidates.stream()
        .mapToLong(node -> affinity.preference(node.name(), node.labels()))
        .toArray());
  }
}
