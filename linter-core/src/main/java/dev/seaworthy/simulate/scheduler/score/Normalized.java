package dev.seaworthy.simulate.scheduler.score;

import java.util.Arrays;

/** Brings raw points to 0 to 100. */
final class Normalized {

  private static final long MOST = 100;

  private Normalized() {}

  /** The greatest becomes 100. */
  static long[] upwards(long[] raw) {
    long max = Arrays.stream(raw).max().orElse(0);
    return max == 0
        ? raw
        : Arrays.stream(raw).map(points -> points * MOST / max).toArray();
  }

  /** 0 becomes 100, the greatest 0. */
  static long[] downwards(long[] raw) {
    long max = Arrays.stream(raw).max().orElse(0);
    return Arrays.stream(raw)
        .map(points -> max == 0 ? MOST : MOST - points * MOST / max)
        .toArray();
  }

  /** The least becomes 0, the greatest 100; all 0 if they are equal. */
  static long[] stretched(long[] raw) {
    long max = Arrays.stream(raw).max().orElse(0);
    long min = Arrays.stream(raw).min().orElse(0);
    return Arrays.stream(raw)
        .map(points -> max == min ? 0 : MOST * (points - min) / (max - min))
        .toArray();
  }
}
