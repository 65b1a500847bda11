package dev.seaworthy.simulate.scheduler.framework;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes of nodes and of the pods on them, in their order. What is counted over many
 * nodes catches up by reading on from where it stopped; who stopped too long ago counts anew.
 */
final class ChangeLog {

  /** How many changes are kept. */
  static final int SIZE = 1 << 14;

  private final NodeInfo[] nodes = new NodeInfo[SIZE];
  private final @Nullable PodSignature[] signatures = new PodSignature[SIZE];
  private final int[] pods = new int[SIZE];
  private final int[] alive = new int[SIZE];
  private long generation;

  /** Grows with every change. */
  long generation() {
    return generation;
  }

  /** Notes a change that no reader can follow: all count anew. */
  void cut() {
    generation += SIZE + 1;
  }

  /** Notes that a node joined or is not what it was. */
  long nodeChanged(NodeInfo node) {
    return append(node, null, 0, 0);
  }

  /** Notes how many pods of a signature more there are, and how many of them are not being deleted. */
  long podsChanged(NodeInfo node, PodSignature signature, int morePods, int moreAlive) {
    return append(node, signature, morePods, moreAlive);
  }

  private long append(NodeInfo node, @Nullable PodSignature signature, int more, int moreAlive) {
    int index = (int) (generation % SIZE);
    nodes[index] = node;
    signatures[index] = signature;
    pods[index] = more;
    alive[index] = moreAlive;
    return ++generation;
  }

  boolean reachesBackTo(long since) {
    return generation - since <= SIZE;
  }

  /**
   * Tells {@code counter} what happened after {@code since}, in that order.
   *
   * @param known all signatures that pods can have
   */
  void replay(long since, NodeCounter counter, Collection<PodSignature> known) {
    // What is counted as it is now already has in it what the log says of that node later.
    Set<NodeInfo> recounted = new HashSet<>();
    for (long at = since; at < generation; at++) {
      int index = (int) (at % SIZE);
      PodSignature signature = signatures[index];
      if (signature == null) {
        recounted.add(nodes[index]);
        counter.count(nodes[index], known);
      } else if (!recounted.contains(nodes[index])) {
        counter.change(nodes[index], signature, pods[index], alive[index]);
      }
    }
  }
}
