package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.manifest.Node;
import java.time.Duration;
import java.time.Instant;

/** How far a workload may be scaled at once, by the policies of one direction. */
final class ScalingLimits {

  private final Node rules;
  private final ScalingHistory history;
  private final Instant now;

  /**
   * @param rules {@code behavior.scaleUp} or {@code behavior.scaleDown}
   */
  ScalingLimits(Node rules, ScalingHistory history, Instant now) {
    this.rules = rules;
    this.history = history;
    this.now = now;
  }

  /** The most replicas that there may be now; of several policies the one that changes most. */
  long most(long current) {
    if (isDisabled()) {
      return current;
    }
    long most = isCautious() ? Long.MAX_VALUE : Long.MIN_VALUE;
    for (Node policy : rules.get("policies").items()) {
      long before = history.before(period(policy), current, now);
      long value = policy.get("value").longOr(0);
      long proposed =
          isOfPods(policy) ? before + value : (long) Math.ceil(before * (1 + value / 100.0));
      most = isCautious() ? Math.min(most, proposed) : Math.max(most, proposed);
    }
    return Math.max(most, current);
  }

  /** The fewest replicas that there may be now. */
  long fewest(long current) {
    if (isDisabled()) {
      return current;
    }
    long fewest = isCautious() ? Long.MIN_VALUE : Long.MAX_VALUE;
    for (Node policy : rules.get("policies").items()) {
      long before = history.before(period(policy), current, now);
      long value = policy.get("value").longOr(0);
      long proposed = isOfPods(policy) ? before - value : (long) (before * (1 - value / 100.0));
      fewest = isCautious() ? Math.max(fewest, proposed) : Math.min(fewest, proposed);
    }
    return Math.min(fewest, current);
  }

  private boolean isDisabled() {
    return rules.get("selectPolicy").text().equals("Disabled");
  }

  private boolean isCautious() {
    return rules.get("selectPolicy").text().equals("Min");
  }

  private static boolean isOfPods(Node policy) {
    return policy.get("type").text().equals("Pods");
  }

  private static Duration period(Node policy) {
    return Duration.ofSeconds(policy.get("periodSeconds").longOr(0));
  }

  /** The longest time that a policy looks back. */
  static Duration longestPeriod(Node rules) {
    return rules.get("policies").items().stream()
        .map(ScalingLimits::period)
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
