package dev.seaworthy.simulate.scheduler.framework;

import java.util.Set;

/** A condition that a node must fulfil for a pod. */
public interface FilterPlugin extends Plugin {

  /** Looks at what pods of one signature ask for, and gives what judges the nodes for them. */
  NodeFilter preFilter(PodSignature pod, Handle handle);

  /** What could change its mind. */
  Set<ClusterEvent> eventsToRegister();

  /**
   * Whether pods that this filter refused may fit after what happened to a node; asked only after
   * events that it registered. In doubt they may.
   */
  default boolean isSchedulableAfterNodeChange(PodSignature pod, NodeInfo node) {
    return true;
  }

  /** The same, after what happened to an assigned pod of signature {@code other}. */
  default boolean isSchedulableAfterPodChange(PodSignature pod, PodSignature other) {
    return true;
  }
}
