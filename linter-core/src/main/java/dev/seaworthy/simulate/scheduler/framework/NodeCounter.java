package dev.seaworthy.simulate.scheduler.framework;

/** Counts something over all nodes, and hears of what changes. See {@link Snapshot#catchUp}. */
public interface NodeCounter {

  /** Forgets everything; all nodes are told anew. */
  void clear();

  /** Counts {@code node} as it is now, in place of what was counted of it before. */
  void count(NodeInfo node);

  /**
   * Takes in that there are more pods of a signature on {@code node}, or with negative numbers less.
   *
   * @param alive how many of them are not being deleted
   */
  void change(NodeInfo node, PodSignature signature, int pods, int alive);
}
