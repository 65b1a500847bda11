package dev.seaworthy.simulate.controller;

import java.time.Duration;

/**
 * The waits after failures in a row: each twice the one before, as client-go's work queue has it.
 *
 * @param first the wait after the first failure
 * @param longest what no wait exceeds
 */
public record Retries(Duration first, Duration longest) {

  /** What a work queue does unless its controller says otherwise. */
  public static final Retries USUAL = new Retries(Duration.ofMillis(5), Duration.ofSeconds(1000));

  private static final int MOST_DOUBLINGS = 30;

  /** The wait when there were {@code failures} before the present one. */
  public Duration after(int failures) {
    Duration wait = first.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    return wait.compareTo(longest) < 0 ? wait : longest;
  }
}
