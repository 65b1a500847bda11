package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a Job is at its end before its pods are looked after, and why. */
final class JobEnd {

  private final JobState state;
  private final Job job;
  private final JobStatus status;
  private final Instant now;

  /**
   * @param status of the present look, in which the Job may just have started
   */
  JobEnd(JobState state, JobStatus status, Instant now) {
    this.state = state;
    this.job = state.job();
    this.status = status;
    this.now = now;
  }

  /** What was decided earlier, else what failures decide, else what the success policy decides. */
  Optional<JobCondition> decide() {
    return status
        .holding(JobCondition.SUCCESS_CRITERIA_MET)
        .or(() -> status.holding(JobCondition.FAILURE_TARGET))
        .or(this::failure)
        .or(this::failureByIndexes)
        .or(this::success);
  }

  private Optional<JobCondition> failure() {
    Optional<String> byPolicy = state.failsByPolicy();
    if (byPolicy.isPresent()) {
      return Optional.of(JobCondition.failing("PodFailurePolicy", byPolicy.get()));
    }
    if (state.failed() > job.backoffLimit() || restartsExceedLimit()) {
      return Optional.of(JobCondition.failing(
          "BackoffLimitExceeded", "Job has reached the specified backoff limit"));
    }
    return untilDeadline().filter(Duration::isZero).isPresent()
        ? Optional.of(JobCondition.failing(
            "DeadlineExceeded", "Job was active longer than specified deadline"))
        : Optional.empty();
  }

  /** Containers that are restarted in their pods fail without their pod. */
  private boolean restartsExceedLimit() {
    if (!job.restartsOnFailure()) {
      return false;
    }
    long restarts = state.pods().stream()
        .filter(pod -> !pod.pod().isFinished())
        .mapToLong(JobEnd::restarts)
        .sum();
    return restarts > 0 && restarts >= job.backoffLimit();
  }

  private static long restarts(JobPod pod) {
    long restarts = 0;
    for (String field : new String[] {"initContainerStatuses", "containerStatuses"}) {
      for (Node container : pod.pod().resource().at("status", field).items()) {
        restarts += container.get("restartCount").longOr(0);
      }
    }
    return restarts;
  }

  /** How long it may still be active; zero if no longer, empty if for ever. */
  Optional<Duration> untilDeadline() {
    if (job.isSuspended()) {
      return Optional.empty();
    }
    return job.activeDeadlineSeconds()
        .flatMap(seconds -> status.startTime().map(start -> start.plusSeconds(seconds)))
        .map(deadline -> Duration.between(now, deadline))
        .map(left -> left.isNegative() ? Duration.ZERO : left);
  }

  private Optional<JobCondition> failureByIndexes() {
    int failed = state.indexes().failed().map(Indexes::total).orElse(0);
    if (job.maxFailedIndexes().filter(most -> failed > most).isPresent()) {
      return Optional.of(JobCondition.failing(
          "MaxFailedIndexesExceeded",
          "Job has exceeded the specified maximal number of failed indexes"));
    }
    boolean allEnded = failed + state.succeeded() >= job.completions().orElse(0L);
    return failed > 0 && allEnded
        ? Optional.of(JobCondition.failing("FailedIndexes", "Job has failed indexes"))
        : Optional.empty();
  }

  private Optional<JobCondition> success() {
    return job.isIndexed()
        ? SuccessPolicy.met(job, state.indexes().succeeded())
            .map(words -> JobCondition.succeeding("SuccessPolicy", words))
        : Optional.empty();
  }
}
