package dev.seaworthy.simulate.scheduler.plugin;

import static dev.seaworthy.simulate.scheduler.framework.ResourceVector.CPU;
import static dev.seaworthy.simulate.scheduler.framework.ResourceVector.MEMORY;

import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.NodeScore;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.ResourceVector;
import dev.seaworthy.simulate.scheduler.framework.ScorePlugin;

/** Prefers the node on which the pod brings the used shares of cpu and memory nearest together. */
public final class NodeResourcesBalancedAllocation implements ScorePlugin {

  private static final ResourceVector NOTHING = new ResourceVector();

  @Override
  public int order() {
    return 150;
  }

  @Override
  public int weight() {
    return 1;
  }

  @Override
  public NodeScore scoring(PodSignature pod, Handle handle) {
    ResourceVector wanted = pod.requests();
    return wanted.milliCpu() == 0 && wanted.memory() == 0
        ? NodeScore.SKIP
        : node -> points(wanted, node);
  }

  private static long points(ResourceVector wanted, NodeInfo node) {
    double with = deviation(node, wanted);
    double without = deviation(node, NOTHING);
    return NodeScore.MAX / 2 + Math.round((without - with) * NodeScore.MAX / 2);
  }

  private static double deviation(NodeInfo node, ResourceVector more) {
    return Math.abs(share(node, more, CPU) - share(node, more, MEMORY)) / 2;
  }

  private static double share(NodeInfo node, ResourceVector more, String resource) {
    long has = node.allocatable().get(resource);
    long taken = node.requested().get(resource) + more.get(resource);
    return has == 0 ? 1 : Math.min(1, (double) taken / has);
  }
}
