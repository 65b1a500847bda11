package dev.seaworthy.simulate.scheduler.framework;

/** What a {@link ClusterEvent} happened to. */
public enum EventResource {
  NODE,
  /** A pod that is bound to a node. */
  ASSIGNED_POD,
  PERSISTENT_VOLUME_CLAIM,
  PERSISTENT_VOLUME,
  STORAGE_CLASS
}
