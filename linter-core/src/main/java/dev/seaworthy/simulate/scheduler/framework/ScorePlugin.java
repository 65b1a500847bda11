package dev.seaworthy.simulate.scheduler.framework;

/** A preference among the nodes that a pod can go to. */
public interface ScorePlugin extends Plugin {

  /** How much it counts beside the others. */
  int weight();

  /** Looks at what pods of one signature would like, and gives what scores the nodes for them. */
  NodeScore scoring(PodSignature pod, Handle handle);
}
