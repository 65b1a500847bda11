package dev.seaworthy.simulate.history;

import java.time.Duration;

/** How long something takes, in words. */
public final class DurationWords {

  private DurationWords() {}

  /** {@code 4.2 s} or {@code 3 min 20 s}. */
  public static String of(Duration time) {
    return time.toMinutes() == 0
        ? "%.1f s".formatted(time.toMillis() / 1000.0)
        : time.toMinutes() + " min " + time.toSecondsPart() + " s";
  }
}
