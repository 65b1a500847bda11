package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.simulate.object.Job;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * How far the indexes of an Indexed Job are.
 *
 * @param succeededBefore those whose success is in the status already
 * @param failed those that have failed for good; empty where failures are not counted by index
 * @param held by index the failed pod that stays until it is replaced, because it carries the count
 *     of its index's failures
 */
record IndexState(
    Indexes succeededBefore,
    Indexes succeeded,
    Optional<Indexes> failed,
    Map<Integer, JobPod> held) {

  static final IndexState NONE =
      new IndexState(Indexes.NONE, Indexes.NONE, Optional.empty(), Map.of());

  static IndexState of(Job job, PodFailurePolicy policy, List<JobPod> pods, List<JobPod> active) {
    long completions = job.completions().orElse(0L);
    Indexes before =
        Indexes.parse(job.resource().at("status", "completedIndexes").text(), completions);
    Indexes succeeded = before.and(indexes(job, pods, JobPod::hasSucceeded));
    if (job.backoffLimitPerIndex().isEmpty()) {
      return new IndexState(before, succeeded, Optional.empty(), Map.of());
    }
    Indexes failed = Indexes.parse(job.resource().at("status", "failedIndexes").text(), completions)
        .and(indexes(job, pods, pod -> endsIndex(job, policy, pod)));
    return new IndexState(
        before, succeeded, Optional.of(failed), held(job, pods, active, succeeded.and(failed)));
  }

  private static Indexes indexes(Job job, List<JobPod> pods, Predicate<JobPod> which) {
    return Indexes.of(pods.stream()
        .filter(pod -> pod.isTracked() && pod.hasIndexOf(job))
        .filter(which)
        .map(JobPod::index)
        .toList());
  }

  /** Whether the failure of a pod is the last that its index may have. */
  private static boolean endsIndex(Job job, PodFailurePolicy policy, JobPod pod) {
    if (!pod.hasFailed(job)) {
      return false;
    }
    PodFailurePolicy.Decision decision = policy.judge(pod);
    return decision.action() == PodFailurePolicy.Action.FAIL_INDEX
        || (decision.isCounted() && pod.failures() >= job.backoffLimitPerIndex().orElse(0L));
  }

  private static Map<Integer, JobPod> held(
      Job job, List<JobPod> pods, List<JobPod> active, Indexes ended) {
    Collection<Integer> running = indexesOf(active);
    Map<Integer, JobPod> held = new HashMap<>();
    for (JobPod pod : pods) {
      boolean mayBeReplaced = pod.isTracked() && pod.hasIndexOf(job) && pod.hasFailed(job);
      if (mayBeReplaced && !ended.has(pod.index()) && !running.contains(pod.index())) {
        held.merge(pod.index(), pod, IndexState::later);
      }
    }
    return held;
  }

  private static JobPod later(JobPod one, JobPod other) {
    boolean isLater =
        failures(one) <= failures(other) && !other.finishedAt().isBefore(one.finishedAt());
    return isLater ? other : one;
  }

  private static int failures(JobPod pod) {
    return pod.failures() + pod.ignoredFailures();
  }

  static Collection<Integer> indexesOf(List<JobPod> pods) {
    Collection<Integer> indexes = new TreeSet<>();
    pods.stream()
        .map(JobPod::index)
        .filter(index -> index != JobPod.NO_INDEX)
        .forEach(indexes::add);
    return indexes;
  }

  /** The first {@code count} indexes for which a pod is to be made. */
  List<Integer> pending(JobState state, long count) {
    Indexes taken =
        succeeded.and(Indexes.of(indexesOf(state.active()))).and(failed.orElse(Indexes.NONE));
    if (state.job().replacesOnlyFailed()) {
      taken = taken.and(Indexes.of(
          indexesOf(state.pods().stream().filter(JobPod::isTerminating).toList())));
    }
    return taken.firstOthers(count, state.job().completions().orElse(0L));
  }
}
