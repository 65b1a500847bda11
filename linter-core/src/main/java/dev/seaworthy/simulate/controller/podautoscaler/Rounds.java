package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import java.time.Duration;
import java.time.Instant;

/**
 * When one autoscaler looks at its workload. A real one does so once a period for ever, for the first
 * time a period after it was made: its queue keeps every key for that long, and drops a second one, so
 * that a change is not looked at sooner either. This one stops when nothing has happened for so long
 * that no look can find anything else than the one before, and goes on, at the times that it would have
 * had, when something happens.
 */
final class Rounds {

  /** As long as pods count as starting, and as a workload waits before it is scaled down. */
  private static final Duration USUAL_MEMORY = Duration.ofMinutes(5);

  private final Duration period;
  private Instant next;
  private Instant news;
  private long generation = -1;
  private boolean rests;

  /** Of an autoscaler that was made just now. */
  Rounds(Duration period, Instant now) {
    this.period = period;
    this.next = now.plus(period);
    this.news = now;
  }

  /** Something happened to the autoscaler, its workload, its pods or its load. */
  void hear(Instant now) {
    news = now;
  }

  /** How long until the next look; not at all if one is due. */
  Duration untilNext(Instant now) {
    if (rests && next.isBefore(now)) {
      long missed = Duration.between(next, now).toMillis() / period.toMillis() + 1;
      next = next.plus(period.multipliedBy(missed));
    }
    rests = false;
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }

  /** It looked; gives whether there is any use in looking again. */
  boolean looked(Resource autoscaler, Instant now) {
    next = now.plus(period);
    if (Meta.generation(autoscaler) != generation) {
      generation = Meta.generation(autoscaler);
      news = now;
    }
    // One look more than it remembers, lest the last one was a moment early.
    rests = now.isAfter(news.plus(memory(autoscaler)).plus(period));
    return !rests;
  }

  /** The longest time that a look takes anything into account. */
  private static Duration memory(Resource autoscaler) {
    Duration memory = USUAL_MEMORY;
    for (String direction : new String[] {"scaleUp", "scaleDown"}) {
      Node rules = autoscaler.at("spec", "behavior", direction);
      memory = longer(memory, seconds(rules.get("stabilizationWindowSeconds")));
      memory = longer(memory, ScalingLimits.longestPeriod(rules));
    }
    return memory;
  }

  private static Duration seconds(Node number) {
    return Duration.ofSeconds(number.longOr(0));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }
}
