package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.object.Pod;
import java.util.List;

/** A preference among the nodes that a pod can go to. Pure. */
public interface Score {

  /** How much it counts beside the others. */
  int weight();

  /** Points from 0 to 100 for each of {@code candidates}, in their order. */
  long[] points(Pod pod, List<NodeView> candidates, NodeViews cluster);
}
