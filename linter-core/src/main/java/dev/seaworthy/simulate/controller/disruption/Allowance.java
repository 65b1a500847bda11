package dev.seaworthy.simulate.controller.disruption;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.CountOrPercent;

/**
 * How many pods there should be and how many of them must stay healthy.
 *
 * @param expected of a number of pods that must be available those that there are; of a share, or of
 *     a number that may be unavailable, as many as their controllers want
 * @param desired how many must stay healthy
 */
record Allowance(long expected, long desired) {

  /** Whether what {@code budget} demands depends on how many pods their controllers want. */
  static boolean dependsOnScale(Node budget) {
    return budget.get("maxUnavailable").isPresent()
        || budget.get("minAvailable").text().endsWith("%");
  }

  /**
   * What a budget demands.
   *
   * @param pods how many pods are under it, or where it depends on that, are wanted
   */
  static Allowance of(Node budget, long pods) {
    Node maxUnavailable = budget.get("maxUnavailable");
    Node minAvailable = budget.get("minAvailable");
    if (maxUnavailable.isPresent()) {
      return new Allowance(pods, Math.max(0, pods - share(maxUnavailable, pods)));
    }
    return minAvailable.isAbsent()
        ? new Allowance(0, 0)
        : new Allowance(pods, share(minAvailable, pods));
  }

  private static long share(Node value, long total) {
    return CountOrPercent.of(value, total, CountOrPercent.Rounding.UP).orElse(0L);
  }

  /** How many may go if so many are healthy. */
  long disruptions(long healthy) {
    return expected <= 0 ? 0 : Math.max(0, healthy - desired);
  }
}
