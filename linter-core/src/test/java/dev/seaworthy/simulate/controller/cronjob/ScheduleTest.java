package dev.seaworthy.simulate.controller.cronjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");

  private static Instant next(String schedule, String zone, Instant moment) {
    return Schedule.of(schedule, ZoneId.of(zone)).orElseThrow().next(moment).orElseThrow();
  }

  // 1 January 2026 is a Thursday.
  @ParameterizedTest(name = "{0} comes next at {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "* * * * *        | 2026-01-01T00:01:00Z",
        "*/15 * * * *     | 2026-01-01T00:15:00Z",
        "5/20 * * * *     | 2026-01-01T00:05:00Z",
        "0 0 * * *        | 2026-01-02T00:00:00Z",
        "30 6-16/4 * * *  | 2026-01-01T06:30:00Z",
        "0 9 * * mon-wed  | 2026-01-05T09:00:00Z",
        "0 9 1 * mon      | 2026-01-01T09:00:00Z",
        "0 0 15 * fri     | 2026-01-02T00:00:00Z",
        "0 0 */2 * fri    | 2026-01-02T00:00:00Z",
        "0 0 31 2-4 *     | 2026-03-31T00:00:00Z",
        "0 0 29 2 *       | 2028-02-29T00:00:00Z",
        "0 0 1 jan *      | 2027-01-01T00:00:00Z",
        "@hourly          | 2026-01-01T01:00:00Z",
        "@weekly          | 2026-01-04T00:00:00Z",
        "@monthly         | 2026-02-01T00:00:00Z",
        "@yearly          | 2027-01-01T00:00:00Z",
        "@every 90s       | 2026-01-01T00:01:30Z",
        "@every 10ms      | 2026-01-01T00:00:01Z",
      })
  void comesNext(String schedule, String expected) {
    assertThat(next(schedule, "UTC", NEW_YEAR)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} in {1}, after {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        // Clocks go from 2 to 3 on 29 March, from 3 to 2 on 25 October.
        "0 6 * * *  | Europe/Berlin    | 2026-03-28T12:00:00Z | 2026-03-29T06:00:00+02:00",
        "30 2 * * * | Europe/Berlin    | 2026-03-28T12:00:00Z | 2026-03-30T02:30:00+02:00",
        "0 4 * * *  | Europe/Berlin    | 2026-10-24T12:00:00Z | 2026-10-25T04:00:00+01:00",
        "0 0 * * *  | America/New_York | 2026-01-01T00:00:00Z | 2026-01-01T00:00:00-05:00",
        // Days begin at one o'clock when clocks go forward at midnight.
        "0 1 * * *  | Africa/Cairo     | 2026-04-23T12:00:00Z | 2026-04-24T01:00:00+03:00",
      })
  void keepsTheTimeOfItsZone(String schedule, String zone, Instant moment, String expected) {
    Instant wanted = OffsetDateTime.parse(expected).toInstant();

    assertThat(next(schedule, zone, moment)).isEqualTo(wanted);
  }

  @Test
  void aZoneInTheScheduleItselfCounts() {
    assertThat(next("CRON_TZ=Asia/Tokyo 0 9 * * *", "UTC", NEW_YEAR.plusSeconds(1)))
        .isEqualTo("2026-01-02T00:00:00Z");
  }

  @Test
  void aDayThatIsInNoMonthNeverComes() {
    assertThat(Schedule.of("0 0 31 2 *", ZoneOffset.UTC).orElseThrow().next(NEW_YEAR))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "* * * *", "60 * * * *", "* * * * mon-", "@often", "TZ=Nowhere * * * * *"})
  void whatIsNoScheduleIsNotRead(String text) {
    assertThat(Schedule.of(text, ZoneOffset.UTC)).isEmpty();
  }
}
