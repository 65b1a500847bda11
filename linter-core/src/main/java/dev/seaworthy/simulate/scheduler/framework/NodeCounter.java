package dev.seaworthy.simulate.scheduler.framework;

import java.util.Collection;

/** Counts something over all nodes, and hears of what changes. See {@link Snapshot#catchUp}. */
public interface NodeCounter {

  /** Forgets everything; all nodes are told anew. */
  void clear();

  /** Whether pods of {@code signature} count at all. */
  boolean isConcernedWith(PodSignature signature);

  /**
   * Counts {@code node} as it is now, in place of what was counted of it before.
   *
   * @param concerned signatures, those among them that it is concerned with at least
   */
  void count(NodeInfo node, Collection<PodSignature> concerned);

  /**
   * Takes in that there are more pods of a signature on {@code node}, or with negative numbers less.
   *
   * @param alive how many of them are not being deleted
   */
  void change(NodeInfo node, PodSignature signature, int pods, int alive);
}
