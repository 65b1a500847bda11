package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.manifest.Node;
import java.time.Duration;
import java.time.Instant;

/**
 * What is done now of what the metrics ask for: stabilized over time, limited in pace and by the
 * bounds of the autoscaler.
 *
 * @param replicas how many there are to be
 * @param stability the reason of the condition {@code AbleToScale}
 * @param limit the reason of the condition {@code ScalingLimited}
 * @param isLimited whether more, or fewer, were asked for
 */
record Normalization(long replicas, String stability, String limit, boolean isLimited) {

  private static final Duration USUAL_WINDOW = Duration.ofSeconds(300);
  private static final long USUAL_FACTOR = 2;
  private static final long USUAL_START = 4;
  private static final String WITHIN = "DesiredWithinRange";

  static Normalization of(
      Autoscaler autoscaler, long current, long wanted, ScalingHistory history, Instant now) {
    return autoscaler.hasBehavior()
        ? byBehavior(autoscaler, current, wanted, history, now)
        : byUsualRules(autoscaler, current, wanted, history, now);
  }

  /** Without behaviour scaling down waits five minutes, and scaling up at most doubles. */
  private static Normalization byUsualRules(
      Autoscaler autoscaler, long current, long wanted, ScalingHistory history, Instant now) {
    long stable = history.highest(wanted, USUAL_WINDOW, now);
    String stability = stable == wanted ? "ReadyForNewScale" : "ScaleDownStabilized";
    long pace = Math.max(USUAL_FACTOR * current, USUAL_START);
    return bounded(
        stable,
        stability,
        autoscaler.minReplicas(),
        "TooFewReplicas",
        autoscaler.maxReplicas(),
        pace);
  }

  private static Normalization byBehavior(
      Autoscaler autoscaler, long current, long wanted, ScalingHistory history, Instant now) {
    Node up = autoscaler.rules("scaleUp");
    Node down = autoscaler.rules("scaleDown");
    long stable = history.stabilized(
        wanted, current, window(up, Duration.ZERO), window(down, USUAL_WINDOW), now);
    String stability = stable == wanted
        ? "ReadyForNewScale"
        : wanted >= current ? "ScaleUpStabilized" : "ScaleDownStabilized";
    if (stable > current) {
      long pace = new ScalingLimits(up, history, now).most(current);
      return bounded(stable, stability, 0, "", autoscaler.maxReplicas(), pace);
    }
    if (stable < current) {
      long fewest = new ScalingLimits(down, history, now).fewest(current);
      boolean isSlow = autoscaler.minReplicas() < fewest;
      return bounded(
          stable,
          stability,
          Math.max(fewest, autoscaler.minReplicas()),
          isSlow ? "ScaleDownLimit" : "TooFewReplicas",
          Long.MAX_VALUE,
          Long.MAX_VALUE);
    }
    return new Normalization(stable, stability, WITHIN, false);
  }

  private static Duration window(Node rules, Duration usual) {
    return rules
        .get("stabilizationWindowSeconds")
        .asLong()
        .map(Duration::ofSeconds)
        .orElse(usual);
  }

  private static Normalization bounded(
      long wanted, String stability, long least, String tooFew, long most, long pace) {
    if (wanted < least) {
      return new Normalization(least, stability, tooFew, true);
    }
    if (wanted > Math.min(most, pace)) {
      String reason = most > pace ? "ScaleUpLimit" : "TooManyReplicas";
      return new Normalization(Math.min(most, pace), stability, reason, true);
    }
    return new Normalization(wanted, stability, WITHIN, false);
  }

  /** {@link #stability} in words. */
  String stabilityInWords() {
    return switch (stability) {
      case "ScaleDownStabilized" -> "more were recommended lately; the most of that holds";
      case "ScaleUpStabilized" -> "fewer were recommended lately; the fewest of that holds";
      default -> "what is recommended is done";
    };
  }

  /** {@link #limit} in words. */
  String limitInWords() {
    return switch (limit) {
      case "TooFewReplicas" -> "fewer are wanted than minReplicas allows";
      case "TooManyReplicas" -> "more are wanted than maxReplicas allows";
      case "ScaleUpLimit" -> "more are wanted than may be added at once";
      case "ScaleDownLimit" -> "fewer are wanted than may be removed at once";
      default -> "what is wanted is within all bounds";
    };
  }
}
