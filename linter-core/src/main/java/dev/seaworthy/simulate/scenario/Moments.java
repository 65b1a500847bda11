package dev.seaworthy.simulate.scenario;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.clock.VirtualClock;
import java.time.Instant;

/** What a story writes into a status from outside. */
final class Moments {

  private Moments() {}

  /** A condition that has just come about. */
  static Mapping condition(String type, String status, String reason, String message, Instant now) {
    return new Fields()
        .put("type", type)
        .put("status", status)
        .put("lastTransitionTime", VirtualClock.timestamp(now))
        .putText("reason", reason)
        .putText("message", message)
        .build();
  }
}
