package dev.seaworthy.simulate.scheduler.score;

import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.scheduler.NodeView;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Score;
import java.util.List;

/** Prefers the node of which the greatest share of cpu and memory stays free. */
public final class LeastAllocated implements Score {

  private static final List<String> RESOURCES = List.of("cpu", "memory");

  @Override
  public int weight() {
    return 1;
  }

  @Override
  public long[] points(Pod pod, List<NodeView> candidates, NodeViews cluster) {
    Amounts wanted = PodRequests.forScores(pod.resource().at("spec"));
    return candidates.stream().mapToLong(node -> points(wanted, node)).toArray();
  }

  private static long points(Amounts wanted, NodeView node) {
    long sum = 0;
    long weights = 0;
    for (String resource : RESOURCES) {
      long has = node.allocatable().get(resource);
      if (has > 0) {
        long taken = node.requestedForScores().get(resource) + wanted.get(resource);
        sum += taken > has ? 0 : (has - taken) * 100 / has;
        weights++;
      }
    }
    return weights == 0 ? 0 : sum / weights;
  }
}
