package dev.seaworthy.simulate.scheduler.framework;

/** What happened to the object of a {@link ClusterEvent}, as far as it can matter to a waiting pod. */
public enum ActionType {
  ADD,
  /** It is gone or, for a pod, has ended. */
  DELETE,
  /** Anything of it, where nobody looks closer. */
  UPDATE,
  UPDATE_NODE_ALLOCATABLE,
  UPDATE_NODE_LABEL,
  /** Its taints, or that it takes pods again. */
  UPDATE_NODE_TAINT,
  UPDATE_POD_LABEL,
  /** It requests less of something. */
  UPDATE_POD_SCALE_DOWN
}
