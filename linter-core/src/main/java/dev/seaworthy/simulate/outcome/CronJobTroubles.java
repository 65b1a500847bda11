package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.controller.cronjob.NextStart;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CronJobs that have not started: for ever, on purpose, or because their time has not come. */
final class CronJobTroubles implements ProblemFinder {

  private static final FieldPath SCHEDULE = FieldPath.of("spec", "schedule");
  private static final FieldPath SUSPEND = FieldPath.of("spec", "suspend");

  /** Who looks for longer than a week looks in a scenario. */
  private static final long MOST_HOURS = 7 * 24;

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Resource cronJob : scene.view().list(Kinds.CRON_JOB)) {
      if (cronJob.at("status", "lastScheduleTime").isAbsent()) {
        found.add(tell(cronJob, scene.origins().of(cronJob), scene));
      }
    }
    return found;
  }

  private static Diagnostic tell(Resource cronJob, Origin origin, Scene scene) {
    Instant now = scene.cluster().now();
    Optional<Instant> next = NextStart.of(cronJob, now);
    String name = "CronJob " + cronJob.name();
    if (next.isEmpty()) {
      return origin.tell(
          OutcomeCodes.NEVER_STARTS,
          Severity.ERROR,
          name + " never starts: no time fits its schedule",
          SCHEDULE,
          "");
    }
    if (cronJob.at("spec", "suspend").isTrue()) {
      return origin.tell(
          OutcomeCodes.SUSPENDED,
          Severity.INFO,
          name + " is suspended: it does not start until somebody resumes it",
          SUSPEND,
          "");
    }
    Diagnostic told = origin.tell(
        OutcomeCodes.NOT_STARTED,
        Severity.INFO,
        name + " has not started: its time is after what was played",
        SCHEDULE,
        "");
    long hours =
        scene.cluster().elapsed().plus(Duration.between(now, next.get())).toHours() + 1;
    return hours > MOST_HOURS
        ? told
        : told.withRemedy("--until " + hours + "h plays its first start: what is played begins at"
            + " midnight, UTC, of the first of January 2026");
  }
}
