package dev.seaworthy.simulate.scheduler.framework;

import java.util.List;

/**
 * A score's points for pods of one signature, kept for as long as such pods come.
 */
@FunctionalInterface
public interface NodeScore {

  /** The most points that a node can have from one plug-in. */
  long MAX = 100;

  /** A score that such pods have no use for. */
  NodeScore SKIP = node -> 0;

  /** The points of {@code node}, before they are brought to 0 to 100. */
  long score(NodeInfo node);

  /** Whether they depend on the node alone, so that they hold until the node changes. */
  default boolean isLocal() {
    return true;
  }

  /**
   * Looks at the nodes among which to choose, before it is asked for the points of each. Gives false
   * if it makes no difference between them and need not be asked: kube-scheduler's status Skip.
   */
  default boolean preScore(List<NodeInfo> candidates) {
    return this != SKIP;
  }

  /** Brings the points of the candidates, in their order, to 0 to {@link #MAX}. */
  default void normalize(long[] points) {}
}
