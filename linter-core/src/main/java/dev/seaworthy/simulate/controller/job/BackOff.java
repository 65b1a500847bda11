package dev.seaworthy.simulate.controller.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long a Job waits before it replaces failed pods: 10 s after the first failure, twice as long
 * after each further one, 10 min at most. A success makes it forget.
 *
 * @param failures since the last success
 * @param last when the last of them was; empty if there is none
 */
record BackOff(int failures, Optional<Instant> last) {

  static final BackOff NONE = new BackOff(0, Optional.empty());

  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** With pods that ended since; the failures that came after the last success count. */
  BackOff after(List<JobPod> succeeded, List<JobPod> failed) {
    Optional<Instant> success =
        latest(succeeded.stream().map(JobPod::finishedAt).toList());
    List<Instant> later = failed.stream()
        .map(JobPod::finishedAt)
        .filter(time -> success.isEmpty() || time.isAfter(success.get()))
        .toList();
    int before = success.isPresent() ? 0 : failures;
    return later.isEmpty() && success.isEmpty()
        ? this
        : new BackOff(before + later.size(), latest(later));
  }

  private static Optional<Instant> latest(List<Instant> times) {
    return times.stream().max(Instant::compareTo);
  }

  /** How long from {@code now}; zero if it need not wait. */
  Duration remaining(Instant now) {
    return last.map(time -> Duration.between(now, time.plus(wait(failures))))
        .filter(left -> !left.isNegative())
        .orElse(Duration.ZERO);
  }

  private static Duration wait(int failures) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, 10));
    return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
  }

  /** The same for one index, after the last pod of it that failed. */
  static Duration remaining(JobPod lastFailed, Instant now) {
    int failures = lastFailed.failures() + lastFailed.ignoredFailures() + 1;
    return new BackOff(failures, Optional.of(lastFailed.finishedAt())).remaining(now);
  }
}
