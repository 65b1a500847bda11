package dev.seaworthy.simulate.controller.cronjob;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which start of a CronJob is due, and when to look again.
 *
 * @param since the last start, or the creation where there was none
 * @param deadline how late a start may be; empty for any time
 */
record StartTimes(Schedule schedule, Instant since, Optional<Duration> deadline, Instant now) {

  /** A look at the clock comes a little later than what it looks for. */
  private static final Duration MARGIN = Duration.ofMillis(100);

  /** So many missed starts are told of. */
  private static final long MANY = 100;

  /**
   * What is due.
   *
   * @param time the latest start that was missed; empty if none was
   * @param missed about how many were
   * @param isSound whether the schedule comes up with times at all
   */
  record Due(Optional<Instant> time, long missed, boolean isSound) {

    boolean areTooMany() {
      return missed > MANY;
    }
  }

  Due due() {
    return after(deadline.map(now::minus).filter(since::isBefore).orElse(since));
  }

  private Due after(Instant earliest) {
    Optional<Instant> first = schedule.next(earliest);
    Optional<Instant> second = first.flatMap(schedule::next);
    if (first.isEmpty() || second.isEmpty()) {
      return new Due(Optional.empty(), 0, false);
    }
    if (now.isBefore(first.get())) {
      return new Due(Optional.empty(), 0, true);
    }
    if (now.isBefore(second.get())) {
      return new Due(first, 0, true);
    }
    long apart = Duration.between(first.get(), second.get()).toSeconds();
    long missed = Duration.between(first.get(), now).toSeconds() / apart + 1;
    return new Due(latest(first.get().plusSeconds((missed - 2) * apart)), missed, true);
  }

  /** The last start that is not in the future, found from {@code near} on. */
  private Optional<Instant> latest(Instant near) {
    Optional<Instant> latest = Optional.empty();
    Optional<Instant> next = schedule.next(near);
    while (next.isPresent() && !next.get().isAfter(now)) {
      latest = next;
      next = schedule.next(next.get());
    }
    return latest;
  }

  /** How long until a look is worth while; empty if it never is. */
  Optional<Duration> untilNext() {
    Due all = after(since);
    Instant from = all.time().orElse(all.missed() == 0 && all.isSound() ? since : now);
    return schedule.next(from).map(next -> Duration.between(now, next.plus(MARGIN)));
  }

  /** Whether a start at {@code time} would come too late now. */
  boolean isTooLate(Instant time) {
    return deadline.filter(most -> time.plus(most).isBefore(now)).isPresent();
  }
}
