package dev.seaworthy.simulate.controller;

import java.time.Duration;
import java.util.Optional;

/**
 * What is left to do after a reconciliation.
 *
 * @param failed whether something was refused, so that it is tried again with growing waits
 * @param again when to look again even if nothing changes; empty for never
 */
public record ReconcileResult(boolean failed, Optional<Duration> again) {

  private static final ReconcileResult DONE = new ReconcileResult(false, Optional.empty());
  private static final ReconcileResult FAILED = new ReconcileResult(true, Optional.empty());

  public static ReconcileResult done() {
    return DONE;
  }

  public static ReconcileResult failure() {
    return FAILED;
  }

  /** Looks again after {@code delay}, at once if that is past. */
  public static ReconcileResult after(Duration delay) {
    return new ReconcileResult(false, Optional.of(delay.isNegative() ? Duration.ZERO : delay));
  }
}
