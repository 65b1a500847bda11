package dev.seaworthy.simulate.clock;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How much longer than usual a thing can take, where a real system leaves that open. Most take little
 * longer, one in sixteen takes up to all of it.
 *
 * @param most the longest addition; zero for a run in which everything takes its usual time
 */
public record Jitter(Duration most) {

  /** Everything takes its usual time. */
  public static final Jitter NONE = new Jitter(Duration.ZERO);

  private static final int RARE = 16;

  /** Whether everything takes its usual time. */
  public boolean isNone() {
    return most.isZero();
  }

  /** By how much it is longer this time. */
  public Duration draw(SplittableRandom chance) {
    long millis = most.toMillis();
    if (millis == 0) {
      return Duration.ZERO;
    }
    long bound = chance.nextInt(RARE) == 0 ? millis : Math.max(1, millis / RARE);
    return Duration.ofMillis(chance.nextLong(bound + 1));
  }
}
