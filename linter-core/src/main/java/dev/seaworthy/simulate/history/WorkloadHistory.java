package dev.seaworthy.simulate.history;

import dev.seaworthy.api.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a workload wanted and had, from its creation on.
 *
 * @param moments its counts whenever one of them changed
 * @param rollouts each time that it was told to be different, and when it was so
 */
public record WorkloadHistory(ObjectKey key, List<Moment> moments, List<Rollout> rollouts) {

  public WorkloadHistory {
    moments = List.copyOf(moments);
    rollouts = List.copyOf(rollouts);
  }

  /**
   * Counts at a moment, as the workload's controller reports them.
   *
   * @param at since when they hold
   * @param desired how many pods it wants
   * @param floor how many have to be available, by its own rules, while pods are replaced
   */
  public record Moment(
      Duration at, long desired, long floor, long updated, long ready, long available) {

    /** The same counts at another time. */
    Moment copyAt(Duration time) {
      return new Moment(time, desired, floor, updated, ready, available);
    }
  }

  /**
   * From a change of the workload until its pods are as it says.
   *
   * @param template whether the pod template changed, or the workload was made; otherwise only the
   *     number of pods and the like
   * @param ended empty if it was not complete when the recording ended, or the next one began
   */
  public record Rollout(Duration began, boolean template, Optional<Duration> ended) {

    /** How long it took; empty if it did not end. */
    public Optional<Duration> took() {
      return ended.map(end -> end.minus(began));
    }
  }

  public String kind() {
    return key.kind().kind();
  }

  public String namespace() {
    return key.namespace();
  }

  public String name() {
    return key.name();
  }

  /** What it was last. */
  public Moment last() {
    return moments.get(moments.size() - 1);
  }

  /** The last rollout; every workload has one, that of its creation. */
  public Rollout lastRollout() {
    return rollouts.get(rollouts.size() - 1);
  }

  /**
   * The fewest pods that were available from when there first were so many as {@code count}; empty if
   * there never were.
   */
  public OptionalLong leastOnce(long count) {
    boolean reached = false;
    long least = Long.MAX_VALUE;
    for (Moment moment : moments) {
      reached |= moment.available() >= count;
      least = reached ? Math.min(least, moment.available()) : least;
    }
    return reached ? OptionalLong.of(least) : OptionalLong.empty();
  }

  /** The times up to {@code end} in which it had fewer pods available than before, and than it wanted. */
  public List<Dip> dips(Duration end) {
    return Dip.in(moments, end);
  }

  /** The time in which it was told to have fewer pods than before and than in the end, if any. */
  public Optional<Setback> setback() {
    return Setback.in(moments);
  }

  /** The fewest pods that were available since {@code time}. */
  public long leastSince(Duration time) {
    long before = 0;
    long least = Long.MAX_VALUE;
    for (Moment moment : moments) {
      if (moment.at().compareTo(time) <= 0) {
        before = moment.available();
      } else {
        least = Math.min(least, moment.available());
      }
    }
    return Math.min(least, before);
  }
}
