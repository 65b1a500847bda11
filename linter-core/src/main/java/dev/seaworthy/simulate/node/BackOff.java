package dev.seaworthy.simulate.node;

import java.time.Duration;

/** How long a kubelet waits before it starts a container again: 10 s doubling to five minutes. */
final class BackOff {

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofSeconds(300);

  /** Who ran for so long is forgiven what was before. */
  private static final Duration FORGIVEN = LONGEST.multipliedBy(2);

  private int failures;

  /** The wait after one more end of a container that ran for {@code time}; the first costs nothing. */
  Duration next(Duration time) {
    failures = time.compareTo(FORGIVEN) >= 0 ? 1 : failures + 1;
    return failures == 1 ? Duration.ZERO : afterFailures(failures - 1);
  }

  private static Duration afterFailures(int failures) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }
}
