package dev.seaworthy.simulate.node;

import java.time.Duration;

/**
 * How long it takes until a pod is rejected: each time twice as long, up to a minute. A controller makes
 * another pod at once, and would go on for ever; a real API server is slow enough to bear that.
 */
final class Rejections {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  private Duration wait = PodWorker.STEP;

  Duration next() {
    Duration now = wait;
    Duration twice = wait.multipliedBy(2);
    wait = twice.compareTo(LONGEST) < 0 ? twice : LONGEST;
    return now;
  }
}
