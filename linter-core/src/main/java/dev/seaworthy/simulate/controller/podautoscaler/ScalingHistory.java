package dev.seaworthy.simulate.controller.podautoscaler;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was recommended and done lately for one workload, so that it does not swing to and fro. */
final class ScalingHistory {

  private final List<Entry> recommendations = new ArrayList<>();
  private final List<Entry> added = new ArrayList<>();
  private final List<Entry> removed = new ArrayList<>();

  private record Entry(long replicas, Instant at) {}

  /** Begins with what there is, unless something was recommended before. */
  void begin(long current, Instant now) {
    if (recommendations.isEmpty()) {
      recommendations.add(new Entry(current, now));
    }
  }

  /**
   * What remains of a recommendation: upwards the least, downwards the most of those of the window.
   *
   * @param up how far back one looks before scaling up
   * @param down how far back one looks before scaling down
   */
  long stabilized(long wanted, long current, Duration up, Duration down, Instant now) {
    long least = wanted;
    long most = wanted;
    for (Entry entry : recommendations) {
      least = isWithin(entry, up, now) ? Math.min(least, entry.replicas()) : least;
      most = isWithin(entry, down, now) ? Math.max(most, entry.replicas()) : most;
    }
    Duration longest = up.compareTo(down) > 0 ? up : down;
    recommendations.removeIf(entry -> !isWithin(entry, longest, now));
    recommendations.add(new Entry(wanted, now));
    return Math.min(Math.max(current, least), most);
  }

  /** The greatest recommendation of {@code window}, or {@code wanted} if that is greater. */
  long highest(long wanted, Duration window, Instant now) {
    recommendations.removeIf(entry -> !isWithin(entry, window, now));
    long highest = wanted;
    for (Entry entry : recommendations) {
      highest = Math.max(highest, entry.replicas());
    }
    recommendations.add(new Entry(wanted, now));
    return highest;
  }

  private static boolean isWithin(Entry entry, Duration window, Instant now) {
    return entry.at().isAfter(now.minus(window));
  }

  /** Notes a change, and forgets what is older than {@code longest}. */
  void scaled(long before, long after, Duration longest, Instant now) {
    List<Entry> changes = after > before ? added : removed;
    changes.removeIf(entry -> !isWithin(entry, longest, now));
    changes.add(new Entry(Math.abs(after - before), now));
  }

  /** How many replicas there were {@code period} ago, if {@code current} are there now. */
  long before(Duration period, long current, Instant now) {
    return current - sum(added, period, now) + sum(removed, period, now);
  }

  private static long sum(List<Entry> changes, Duration period, Instant now) {
    return changes.stream()
        .filter(entry -> isWithin(entry, period, now))
        .mapToLong(Entry::replicas)
        .sum();
  }
}
