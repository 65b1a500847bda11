package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.object.Pod;
import java.util.List;
import java.util.Set;

/** A condition that a node must fulfil for a pod. Pure. */
public interface Filter {

  /** Answers for one pod, node by node. */
  @FunctionalInterface
  interface Judge {

    /** Why the pod can't go to {@code node}; empty if it can. */
    List<Reason> objections(NodeView node);
  }

  /** A judge that never objects. */
  Judge CONTENT = node -> List.of();

  /** Looks at the pod once and gives what judges the nodes for it. */
  Judge judge(Pod pod, NodeViews cluster);

  /** What could change the answer. */
  Set<Trigger> retriedOn();
}
