package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.server.ApiClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One look at a Job: is it at its end, which pods does it need, what is to be counted. */
final class JobSync {

  private final JobState state;
  private final Job job;
  private final ApiClient api;
  private final Instant now;
  private final PodManagement pods;
  private JobStatus status;
  private JobStatus written;

  JobSync(JobState state, ApiClient api, Instant now) {
    this.state = state;
    this.job = state.job();
    this.api = api;
    this.now = now;
    this.pods = new PodManagement(state, api, now);
    this.status = state.status();
    this.written = state.status();
  }

  /**
   * Brings the Job nearer to its end.
   *
   * @param backOff what its failures amounted to when they were last written down
   * @param room how many pods it may make
   * @param keep takes note of what its failures amount to now
   */
  ReconcileResult run(BackOff backOff, int room, Consumer<BackOff> keep) {
    if (status.startTime().isEmpty() && !job.isSuspended()) {
      status = status.startedAt(now);
    }
    BackOff present = backOff.after(state.newlySucceeded(), state.newlyFailed());
    JobEnd judge = new JobEnd(state, status, now);
    Optional<JobCondition> end = judge.decide();
    if (end.isPresent()) {
      pods.stopAll();
    } else {
      end = goOn(present, room);
    }
    status = pods.counted(status);
    account(end, () -> keep.accept(present));
    return new ReconcileResult(pods.wasRefused(), again(judge, end));
  }

  private Optional<Duration> again(JobEnd judge, Optional<JobCondition> end) {
    return Stream.of(
            pods.again(), end.isPresent() ? Optional.<Duration>empty() : judge.untilDeadline())
        .flatMap(Optional::stream)
        .min(Duration::compareTo);
  }

  private Optional<JobCondition> goOn(BackOff backOff, int room) {
    boolean isManaged = !job.isBeingDeleted();
    if (isManaged) {
      pods.manage(backOff, room);
    }
    if (state.isComplete() && pods.active() == 0) {
      return Optional.of(JobCondition.succeeding(
          "CompletionsReached", "Reached expected number of succeeded pods"));
    }
    if (isManaged) {
      sayWhetherSuspended();
    }
    return Optional.empty();
  }

  private void sayWhetherSuspended() {
    String known = status.condition(JobCondition.SUSPENDED).get("status").text();
    if (job.isSuspended() && !known.equals("True")) {
      suspend("JobSuspended", "Job suspended", true);
      status = status.notStarted();
      api.events().normal(job.resource(), "Suspended", "Job suspended");
    } else if (!job.isSuspended() && known.equals("True")) {
      suspend("JobResumed", "Job resumed", false);
      status = status.startedAt(now);
      api.events().normal(job.resource(), "Resumed", "Job resumed");
    }
  }

  private void suspend(String reason, String message, boolean holds) {
    JobCondition condition = new JobCondition(JobCondition.SUSPENDED, reason, message);
    status = status.with(condition, holds, now);
  }

  /** Writes down who has ended, lets those go, and when nobody is left says that the Job has ended. */
  private void account(Optional<JobCondition> end, Runnable whenWritten) {
    Accounting accounting = Accounting.of(state, status, end);
    status = accounting.status();
    end.filter(condition -> status.holding(condition.type()).isEmpty())
        .ifPresent(condition -> status = status.with(condition, true, now));
    if (write()) {
      whenWritten.run();
    }
    Set<String> held = new HashSet<>();
    state.pods().stream().filter(JobPod::isTracked).map(JobPod::uid).forEach(held::add);
    for (JobPod pod : accounting.released()) {
      PodManagement.release(pod, api);
      held.remove(pod.uid());
    }
    status = status.settled(held);
    Optional<JobCondition> atLast = end.map(JobCondition::atLast)
        .filter(it -> accounting.isWhole() && !status.hasUncounted() && pods.isQuiet());
    atLast.ifPresent(this::finish);
    write();
  }

  private void finish(JobCondition condition) {
    status = status.with(condition, true, now);
    if (condition.type().equals(Job.COMPLETE)) {
      status = status.completedAt(now);
      if (job.completions().filter(wanted -> status.succeeded() > wanted).isPresent()) {
        api.events()
            .warning(
                job.resource(),
                "TooManySucceededPods",
                "Too many succeeded pods running after completion count reached");
      }
      api.events().normal(job.resource(), "Completed", "Job completed");
    } else {
      api.events().warning(job.resource(), condition.reason(), condition.message());
    }
  }

  /** Writes the status if there is news. */
  private boolean write() {
    if (status.fields().sameAs(written.fields())) {
      return false;
    }
    api.updateStatus(status.in(job.resource()));
    written = status;
    return true;
  }
}
