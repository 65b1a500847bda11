package dev.seaworthy.simulate.controller;

import java.time.Duration;
import java.util.Optional;

/**
 * What is left to do after a reconciliation.
 *
 * @param failed whether something was refused, so that it is tried again with growing waits
 * @param again when to look again even if nothing changes; empty for never
 */
public record Outcome(boolean failed, Optional<Duration> again) {

  private static final Outcome DONE = new Outcome(false, Optional.empty());
  private static final Outcome FAILED = new Outcome(true, Optional.empty());

  public static Outcome done() {
    return DONE;
  }

  public static Outcome failure() {
    return FAILED;
  }

  /** Looks again after {@code delay}, at once if that is past. */
  public static Outcome after(Duration delay) {
    return new Outcome(false, Optional.of(delay.isNegative() ? Duration.ZERO : delay));
  }
}
