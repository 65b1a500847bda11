package dev.seaworthy.simulate.scheduler.score;

import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.scheduler.NodeView;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Score;
import java.util.List;

/** Prefers the node on which the pod brings the used shares of cpu and memory nearest together. */
public final class BalancedAllocation implements Score {

  @Override
  public int weight() {
    return 1;
  }

  @Override
  public long[] points(Pod pod, List<NodeView> candidates, NodeViews cluster) {
    Amounts wanted = PodRequests.of(pod.resource().at("spec"));
    if (wanted.get("cpu") == 0 && wanted.get("memory") == 0) {
      return new long[candidates.size()];
    }
    return candidates.stream().mapToLong(node -> points(wanted, node)).toArray();
  }

  private static long points(Amounts wanted, NodeView node) {
    double with = deviation(node, wanted);
    double without = deviation(node, Amounts.NONE);
    return 50 + Math.round((without - with) * 50);
  }

  private static double deviation(NodeView node, Amounts more) {
    return Math.abs(share(node, more, "cpu") - share(node, more, "memory")) / 2;
  }

  private static double share(NodeView node, Amounts more, String resource) {
    long has = node.allocatable().get(resource);
    long taken = node.requested().get(resource) + more.get(resource);
    return has == 0 ? 1 : Math.min(1, (double) taken / has);
  }
}
