package dev.seaworthy.simulate.controller.cronjob;

import dev.seaworthy.validate.format.CronSchedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The times at which the Jobs of a CronJob are to start. */
interface Schedule {

  /** The first time after {@code moment}; empty if there is none within years. */
  Optional<Instant> next(Instant moment);

  /** Reads what {@code spec.schedule} says, in the time of {@code zone}; empty for what says nothing. */
  static Optional<Schedule> of(String text, ZoneId zone) {
    String schedule = text.strip();
    if (schedule.startsWith("TZ=") || schedule.startsWith("CRON_TZ=")) {
      return inZoneOfItsOwn(schedule);
    }
    Optional<Schedule> regular = CronSchedule.interval(schedule).map(Every::new);
    return regular.or(
        () -> CronSchedule.fields(schedule).map(fields -> new CalendarSchedule(fields, zone)));
  }

  private static Optional<Schedule> inZoneOfItsOwn(String schedule) {
    int space = schedule.indexOf(' ');
    String zone = schedule.substring(schedule.indexOf('=') + 1, Math.max(space, 0));
    return space > 0 && CronSchedule.isZone(zone)
        ? of(schedule.substring(space), ZoneId.of(zone))
        : Optional.empty();
  }

  /** The same time after each start, to the second. */
  record Every(Duration time) implements Schedule {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    @Override
    public Optional<Instant> next(Instant moment) {
      Duration step =
          time.compareTo(SHORTEST) < 0 ? SHORTEST : Duration.ofSeconds(time.toSeconds());
      return Optional.of(Instant.ofEpochSecond(moment.getEpochSecond()).plus(step));
    }
  }
}
