package dev.seaworthy.simulate.outcome;

import java.time.Duration;

/**
 * A pod that was ready, and no longer serves.
 *
 * @param at when that was known
 * @param since when it was so, which of a node that falls silent is known later only
 * @param why in a phrase; empty if nobody says
 */
record Loss(Duration at, Duration since, Kind kind, String why) {

  /** What takes a pod away. */
  enum Kind {
    /** Its node is silent. */
    NODE,
    /** It had to make room: a drain, a preemption, a taint, a shortage. */
    EVICTION,
    /** Its own controller replaces it, or wants fewer. */
    CONTROLLER,
    /** A container of it has ended, or does not answer its probe. */
    CONTAINER,
    /** Somebody has deleted it. */
    PERSON
  }
}
