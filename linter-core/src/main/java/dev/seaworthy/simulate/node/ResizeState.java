package dev.seaworthy.simulate.node;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.ResizedPod;

/** How far a change of what a pod asks for has come on its node. */
final class ResizeState {

  private static final String TRUE = "True";

  /** What the node has promised the pod as a whole. */
  private Node allocated;

  private String pending = "";
  private String whyPending = "";
  private boolean inProgress;
  private String error = "";

  ResizeState(Node wholePod) {
    this.allocated = wholePod;
  }

  Node allocated() {
    return allocated;
  }

  /** The node agrees. */
  void allocate(Node wholePod) {
    allocated = wholePod;
    pending = "";
    whyPending = "";
    inProgress = true;
    error = "";
  }

  boolean isPending() {
    return !pending.isEmpty();
  }

  boolean isInProgress() {
    return inProgress;
  }

  /** It has to wait, or is given up; says whether that is new. */
  boolean waits(String reason, String message) {
    boolean isNew = !pending.equals(reason) || !whyPending.equals(message);
    pending = reason;
    whyPending = message;
    return isNew;
  }

  /** The node agreed, but cannot; says whether that is new. */
  boolean fails(String message) {
    boolean isNew = !error.equals(message);
    error = message;
    return isNew;
  }

  /** What was asked for was taken back. */
  void isTakenBack() {
    pending = "";
    whyPending = "";
  }

  /** The containers have what was promised. */
  void isDone() {
    inProgress = false;
    error = "";
  }

  /** {@code conditions} with those that tell of it. */
  Conditions in(Conditions conditions, VirtualClock clock) {
    Conditions told = pending.isEmpty()
        ? conditions.without(ResizedPod.PENDING)
        : conditions.with(ResizedPod.PENDING, TRUE, pending, whyPending, clock);
    return inProgress
        ? told.with(ResizedPod.IN_PROGRESS, TRUE, error.isEmpty() ? "" : "Error", error, clock)
        : told.without(ResizedPod.IN_PROGRESS);
  }
}
