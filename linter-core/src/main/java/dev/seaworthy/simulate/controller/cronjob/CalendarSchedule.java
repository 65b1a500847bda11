package dev.seaworthy.simulate.controller.cronjob;

import dev.seaworthy.validate.format.CronSchedule;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Times by minute, hour, day, month and weekday. If both the day of the month and the weekday are
 * given, either suffices. Where the clock is set forward, times that it skips don't come.
 */
final class CalendarSchedule implements Schedule {

  private static final int YEARS = 5;
  private static final int WEEK = 7;
  private static final int NOON = 12;
  private static final int DAY_HOURS = 24;

  private final CronSchedule.Field minutes;
  private final CronSchedule.Field hours;
  private final CronSchedule.Field days;
  private final CronSchedule.Field months;
  private final CronSchedule.Field weekdays;
  private final ZoneId zone;

  /**
   * @param fields minute, hour, day of the month, month, weekday
   */
  CalendarSchedule(List<CronSchedule.Field> fields, ZoneId zone) {
    this.minutes = fields.get(0);
    this.hours = fields.get(1);
    this.days = fields.get(2);
    this.months = fields.get(3);
    this.weekdays = fields.get(4);
    this.zone = zone;
  }

  /** Steps to the first month that fits, in it to the first day, and so on; a step past the end of the
   * greater unit begins anew. */
  @Override
  public Optional<Instant> next(Instant moment) {
    ZonedDateTime time = moment.atZone(zone).truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    int last = time.getYear() + YEARS;
    while (time.getYear() <= last) {
      if (!months.has(time.getMonthValue())) {
        time = time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).plusMonths(1);
      } else if (!isDay(time)) {
        time = midnightAfter(time);
      } else if (!hours.has(time.getHour())) {
        time = time.truncatedTo(ChronoUnit.HOURS).plusHours(1);
      } else if (!minutes.has(time.getMinute())) {
        time = time.plusMinutes(1);
      } else {
        return Optional.of(time.toInstant());
      }
    }
    return Optional.empty();
  }

  private boolean isDay(ZonedDateTime time) {
    boolean inMonth = days.has(time.getDayOfMonth());
    boolean inWeek = weekdays.has(time.getDayOfWeek().getValue() % WEEK);
    return days.isAny() || weekdays.isAny() ? inMonth && inWeek : inMonth || inWeek;
  }

  /** A day can begin at one o'clock, where the clock is set forward at midnight. */
  private static ZonedDateTime midnightAfter(ZonedDateTime time) {
    ZonedDateTime next = time.truncatedTo(ChronoUnit.DAYS).plusDays(1);
    int hour = next.getHour();
    return hour > NOON ? next.plusHours(DAY_HOURS - hour) : next;
  }
}
