package dev.seaworthy.simulate.controller.cronjob;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One look at a CronJob: what has become of its Jobs, which are old, is one due. */
final class CronJobSync {

  /** Oldest start first; those that have not started last. */
  private static final Comparator<Job> BY_START = Comparator.comparing(
          (Job job) -> job.resource().at("status", "startTime").stringOr("~"))
      .thenComparing(Job::name);

  private final CronJob cronJob;
  private final List<Job> jobs;
  private final ApiClient api;
  private final Instant now;
  private CronJobStatus status;

  CronJobSync(CronJob cronJob, List<Job> jobs, ApiClient api, Instant now) {
    this.cronJob = cronJob;
    this.jobs = jobs;
    this.api = api;
    this.now = now;
    this.status = CronJobStatus.of(cronJob);
  }

  /**
   * Does all that is to do now.
   *
   * @param room how many pods may still be made: without room no Job is, for its pods would not be
   */
  ReconcileResult run(int room) {
    CronJobStatus before = status;
    tidyUp(jobs.stream().filter(Job::isComplete).toList(), cronJob.successfulHistory());
    tidyUp(
        jobs.stream().filter(job -> job.isFinished() && !job.isComplete()).toList(),
        cronJob.failedHistory());
    Set<String> known = status.activeUids();
    jobs.forEach(job -> follow(job, known.contains(job.uid())));
    forgetMissing();
    boolean mayStart = room > 0 && !Meta.isBeingDeleted(cronJob.resource());
    ReconcileResult result = mayStart ? start() : ReconcileResult.done();
    if (!status.fields().sameAs(before.fields())) {
      api.updateStatus(status.in(cronJob.resource()));
    }
    return result;
  }

  private void tidyUp(List<Job> finished, Optional<Long> limit) {
    long surplus = limit.map(most -> finished.size() - most).orElse(0L);
    finished.stream().sorted(BY_START).limit(Math.max(0, surplus)).forEach(this::delete);
  }

  private void delete(Job job) {
    api.delete(ObjectKey.of(job.resource()), Deletion.NORMAL.of(job.uid()));
    status = status.without(job.uid());
    normal("SuccessfulDelete", "Deleted job " + job.name());
  }

  private void follow(Job job, boolean isKnown) {
    if (!job.isFinished()) {
      if (!isKnown) {
        warn(
            "UnexpectedJob",
            "Saw a job that the controller did not create or forgot: " + job.name());
      }
      return;
    }
    if (isKnown) {
      status = status.without(job.uid());
      String end = job.end().map(condition -> condition.get("type").text()).orElse("");
      normal("SawCompletedJob", "Saw completed job: %s, condition: %s".formatted(job.name(), end));
    }
    status = job.isComplete() ? status.succeeded(job.resource()) : status;
  }

  private void forgetMissing() {
    Set<String> present = jobs.stream().map(Job::uid).collect(Collectors.toSet());
    for (Node reference : status.active()) {
      String uid = reference.get("uid").text();
      if (!present.contains(uid)) {
        normal("MissingJob", "Active job went missing: " + reference.get("name").text());
        status = status.without(uid);
      }
    }
  }

  private ReconcileResult start() {
    Optional<ZoneId> zone = cronJob.zone();
    if (zone.isEmpty()) {
      warn("UnknownTimeZone", "invalid timeZone: \"" + cronJob.timeZone() + "\"");
      return ReconcileResult.done();
    }
    if (cronJob.isSuspended()) {
      return ReconcileResult.done();
    }
    Optional<Schedule> schedule = Schedule.of(cronJob.schedule(), zone.get());
    if (schedule.isEmpty()) {
      warn("UnparseableSchedule", "unparseable schedule: \"" + cronJob.schedule() + "\"");
      return ReconcileResult.done();
    }
    return start(schedule.get(), cronJob.startTimes(schedule.get(), now));
  }

  private ReconcileResult start(Schedule schedule, StartTimes times) {
    StartTimes.Due due = times.due();
    if (!due.isSound()) {
      warn("InvalidSchedule", "invalid schedule: " + cronJob.schedule() + " never comes");
      return ReconcileResult.done();
    }
    if (due.time().isPresent() && due.areTooMany()) {
      warn("TooManyMissedTimes", "too many missed start times; a startingDeadlineSeconds helps");
    }
    boolean isFailed =
        due.time().filter(time -> mayStart(time, times)).map(this::start).orElse(false);
    StartTimes after = cronJobNow().startTimes(schedule, now);
    return new ReconcileResult(isFailed, isFailed ? Optional.empty() : after.untilNext());
  }

  /** With the status as it is by now. */
  private CronJob cronJobNow() {
    return new CronJob(status.in(cronJob.resource()));
  }

  private boolean mayStart(Instant time, StartTimes times) {
    if (times.isTooLate(time)) {
      String missed = DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
      warn("MissSchedule", "Missed scheduled time to start a job: " + missed);
      return false;
    }
    if (status.hasActiveNamed(cronJob.jobName(time))
        || cronJob.lastScheduled().equals(Optional.of(time))) {
      return false;
    }
    if (cronJob.forbidsConcurrency() && !status.active().isEmpty()) {
      normal(
          "JobAlreadyActive",
          "Not starting job because prior execution is running and concurrency policy is Forbid");
      return false;
    }
    return true;
  }

  /** Makes the Job of {@code time}; gives whether it failed. */
  private boolean start(Instant time) {
    if (cronJob.replacesConcurrent()) {
      Set<String> active = status.activeUids();
      jobs.stream().filter(job -> active.contains(job.uid())).forEach(this::delete);
    }
    Answer answer = api.create(cronJob.job(time));
    Optional<Resource> job = answer.object().or(() -> ownJob(time));
    if (job.isEmpty()) {
      warn("FailedCreate", "Error creating job: " + answer.message());
      return true;
    }
    if (answer.accepted()) {
      normal("SuccessfulCreate", "Created job " + job.get().name());
    }
    status = status.started(job.get(), time);
    return false;
  }

  /** The Job of that time, if it was made already and the status does not know it yet. */
  private Optional<Resource> ownJob(Instant time) {
    return api.view()
        .get(Kinds.JOB, cronJob.resource().namespace(), cronJob.jobName(time))
        .filter(job -> Meta.controllerUid(job).equals(Optional.of(cronJob.uid())));
  }

  private void normal(String reason, String message) {
    api.events().normal(cronJob.resource(), reason, message);
  }

  private void warn(String reason, String message) {
    api.events().warning(cronJob.resource(), reason, message);
  }
}
