package dev.seaworthy.simulate.explore;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.history.WorkloadHistory;
import dev.seaworthy.simulate.outcome.Outcome;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What of a run is compared with others.
 *
 * @param errors how many things are wrong in the end
 * @param workloads what became of each workload, in order of creation
 */
record RunScore(long seed, int errors, List<Score> workloads) {

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
   * @param took how long its last rollout took; empty if it got stuck
   */
  record Score(ObjectKey key, long desired, long floor, long lowest, Optional<Duration> took) {

    static Score of(WorkloadHistory workload) {
      WorkloadHistory.Moment last = workload.last();
      return new Score(
          workload.key(),
          last.desired(),
          last.floor(),
          workload.leastOnce(last.floor()).orElse(0),
          workload.lastRollout().took());
    }
  }

  static RunScore of(long seed, Outcome outcome) {
    int errors = (int) outcome.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .count();
    return new RunScore(
        seed, errors, outcome.history().workloads().stream().map(Score::of).toList());
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
