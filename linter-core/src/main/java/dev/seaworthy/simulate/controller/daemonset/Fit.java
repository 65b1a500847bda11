package dev.seaworthy.simulate.controller.daemonset;

/** What a node is to the pods of a set. */
enum Fit {
  /** One is to run there. */
  RUNS,
  /** One that is there may stay, but none is made: a taint keeps new ones off. */
  STAYS,
  /** None may be there. */
  GOES
}
