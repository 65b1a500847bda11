package dev.seaworthy.simulate.controller.cronjob;

import dev.seaworthy.api.Resource;
import java.time.Instant;
import java.util.Optional;

/** When a CronJob starts the next time, for those that look at one from outside. */
public final class NextStart {

  private NextStart() {}

  /** The first start after {@code now}; empty if its schedule never comes to one. */
  public static Optional<Instant> of(Resource resource, Instant now) {
    CronJob cronJob = new CronJob(resource);
    return cronJob
        .zone()
        .flatMap(zone -> Schedule.of(cronJob.schedule(), zone))
        .flatMap(schedule -> schedule.next(now));
  }
}
