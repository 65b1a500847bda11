package dev.seaworthy.simulate.scheduler.score;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Tolerations;
import dev.seaworthy.simulate.scheduler.NodeView;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Score;
import java.util.List;

/** Avoids nodes with taints of the soft kind that the pod does not tolerate. */
public final class FewestUntolerated implements Score {

  @Override
  public int weight() {
    return 3;
  }

  @Override
  public long[] points(Pod pod, List<NodeView> candidates, NodeViews cluster) {
    Tolerations tolerations = Tolerations.of(pod.resource());
    return Normalized.downwards(
        candidates.stream().mapToLong(node -> untolerated(node, tolerations)).toArray());
  }

  private static long untolerated(NodeView node, Tolerations tolerations) {
    return node.taints().stream()
        .filter(FewestUntolerated::isSoft)
        .filter(taint -> !tolerations.tolerate(taint))
        .count();
  }

  private static boolean isSoft(Node taint) {
    return taint.get("effect").text().equals("PreferNoSchedule");
  }
}
