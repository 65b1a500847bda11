package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.server.Deletion;
import java.time.Duration;
import java.util.Optional;

/** How long pods have to end. */
final class Graces {

  private Graces() {}

  /** What {@code gracePeriodSeconds} says; empty where each pod's own grace counts. */
  static Optional<Duration> read(Arguments in) {
    return in.field("gracePeriodSeconds").isAbsent()
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(in.count("gracePeriodSeconds")));
  }

  static Deletion deletionWithin(Optional<Duration> grace) {
    return grace.map(Deletion.NORMAL::within).orElse(Deletion.NORMAL);
  }
}
