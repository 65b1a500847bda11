package dev.seaworthy.simulate.controller.daemonset;

/** What a node is to the pods of a set. */
enum Fit {
  /** One is to run there. */
  RUNS,
  /** One that is there may stay, but none is made: a taint keeps new ones off. */
  STAYS,
  /** None may be there. */
  GOES,
  /** The node is gone: its pods are left to whoever collects them. */
  LOST;

  /** Whether pods that have ended there are taken away to make room for others. */
  boolean makesRoom() {
    return this == RUNS || this == STAYS;
  }
}
