package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.simulate.object.Job;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A Job and its pods at one moment, and what they add up to.
 *
 * @param pods those that have not ended or are not counted yet
 * @param active those that have not ended and are not being deleted
 * @param newlySucceeded those that have succeeded since the status was written
 * @param newlyFailed those that have failed since, counted or not
 * @param succeeded all successes so far; of an Indexed Job the indexes that have succeeded
 * @param failed all failures so far that count
 */
record JobState(
    Job job,
    JobStatus status,
    PodFailurePolicy policy,
    List<JobPod> pods,
    List<JobPod> active,
    List<JobPod> newlySucceeded,
    List<JobPod> newlyFailed,
    IndexState indexes,
    long succeeded,
    long failed) {

  static JobState of(Job job, List<JobPod> pods) {
    JobStatus status = JobStatus.of(job);
    PodFailurePolicy policy = PodFailurePolicy.of(job);
    List<JobPod> active = pods.stream().filter(pod -> pod.pod().isActive()).toList();
    List<String> knownSucceeded = status.uncountedSucceeded();
    List<String> knownFailed = status.uncountedFailed();
    List<JobPod> newlySucceeded = fresh(job, pods, knownSucceeded, JobPod::hasSucceeded);
    List<JobPod> newlyFailed = fresh(job, pods, knownFailed, pod -> pod.hasFailed(job));
    long counted =
        newlyFailed.stream().filter(pod -> policy.judge(pod).isCounted()).count();
    IndexState indexes =
        job.isIndexed() ? IndexState.of(job, policy, pods, active) : IndexState.NONE;
    long succeeded = job.isIndexed()
        ? indexes.succeeded().total()
        : status.succeeded() + newlySucceeded.size() + knownSucceeded.size();
    return new JobState(
        job,
        status,
        policy,
        pods,
        active,
        newlySucceeded,
        newlyFailed,
        indexes,
        succeeded,
        status.failed() + counted + knownFailed.size());
  }

  private static List<JobPod> fresh(
      Job job, List<JobPod> pods, List<String> known, Predicate<JobPod> ended) {
    Set<String> uids = new HashSet<>(known);
    return pods.stream()
        .filter(pod -> pod.isTracked() && !uids.contains(pod.uid()) && pod.fits(job))
        .filter(ended)
        .toList();
  }

  int ready() {
    return (int) active.stream().filter(pod -> pod.pod().isReady()).count();
  }

  int terminating() {
    return (int) pods.stream().filter(JobPod::isTerminating).count();
  }

  /** What the policy says to the first failure that ends the Job. */
  Optional<String> failsByPolicy() {
    return pods.stream()
        .filter(pod -> pod.hasFailed(job))
        .map(policy::judge)
        .filter(decision -> decision.action() == PodFailurePolicy.Action.FAIL_JOB)
        .map(PodFailurePolicy.Decision::message)
        .findFirst();
  }

  /** Whether so many have succeeded as the Job asks for, or one where it asks for no number. */
  boolean isComplete() {
    return succeeded >= job.completions().orElse(1L);
  }
}
