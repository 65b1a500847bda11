package dev.seaworthy.simulate.explore;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.history.History;
import dev.seaworthy.simulate.history.WorkloadHistory;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of a run is compared with others.
 *
 * @param errors how many things are wrong, if only on the way
 * @param isWrongInTheEnd whether any of them is so in the end
 * @param workloads what became of each workload, in order of creation
 */
record RunScore(long seed, int errors, boolean isWrongInTheEnd, List<Score> workloads) {

  /** The worst first; of equals the one with the lowest seed. */
  static final Comparator<RunScore> WORST_FIRST = Comparator.comparingInt(RunScore::errors)
      .reversed()
      .thenComparingLong(RunScore::margin)
      .thenComparing(Comparator.comparing(RunScore::longest).reversed())
      .thenComparingLong(RunScore::seed);

  /**
   * A workload in one run.
   *
   * @param lowest the fewest pods available once its floor was reached first; 0 if it never was
   * @param away whether none of its pods was available for a while, and some are again
   * @param took how long its last rollout took; empty if it got stuck
   */
  record Score(
      ObjectKey key, long desired, long floor, long lowest, boolean away, Optional<Duration> took) {

    static Score of(WorkloadHistory workload, Duration end) {
      WorkloadHistory.Moment last = workload.last();
      return new Score(
          workload.key(),
          last.desired(),
          last.floor(),
          workload.leastOnce(last.floor()).orElse(0),
          workload.dips(end).stream()
              .anyMatch(dip -> dip.isOutage() && dip.until().isPresent()),
          workload.lastRollout().took());
    }
  }

  static RunScore of(long seed, Outcome outcome) {
    List<Diagnostic> errors = outcome.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .toList();
    History history = outcome.history();
    return new RunScore(
        seed,
        errors.size(),
        errors.stream().anyMatch(error -> isOfTheEnd(error, history)),
        history.workloads().stream()
            .map(workload -> Score.of(workload, history.length()))
            .toList());
  }

  /** That nobody was available is told alike of what is over and of what is not. */
  private static boolean isOfTheEnd(Diagnostic error, History history) {
    return !error.code().equals(OutcomeCodes.UNAVAILABLE)
        || history.workloads().stream()
            .flatMap(workload -> workload.dips(history.length()).stream())
            .anyMatch(dip -> dip.isOutage() && dip.until().isEmpty());
  }

  /** How far the lowest availability stays above the floor; negative where it is undercut. */
  private long margin() {
    return workloads.stream()
        .mapToLong(score -> score.lowest() - score.floor())
        .min()
        .orElse(0);
  }

  private Duration longest() {
    return workloads.stream()
        .flatMap(score -> score.took().stream())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
