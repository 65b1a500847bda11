package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.simulate.scheduler.framework.NodeScore;
import java.util.Arrays;

/** Brings points to 0 to 100, as kube-scheduler's default way is. */
final class Normalized {

  private Normalized() {}

  /** The greatest becomes 100. */
  static void upwards(long[] points) {
    long max = Arrays.stream(points).max().orElse(0);
    for (int i = 0; max > 0 && i < points.length; i++) {
      points[i] = points[i] * NodeScore.MAX / max;
    }
  }

  /** 0 becomes 100, the greatest 0. */
  static void downwards(long[] points) {
    upwards(points);
    for (int i = 0; i < points.length; i++) {
      points[i] = NodeScore.MAX - points[i];
    }
  }
}
