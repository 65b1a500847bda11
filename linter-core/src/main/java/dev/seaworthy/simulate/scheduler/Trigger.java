package dev.seaworthy.simulate.scheduler;

/** What can happen in a cluster so that a pod that fitted nowhere may fit now. */
public enum Trigger {
  NODE_ADDED,
  NODE_CHANGED,
  /** A pod has gone, ended, or is about to. */
  POD_LEFT,
  /** A pod was bound, or the labels of a bound one changed. */
  POD_CHANGED
}
