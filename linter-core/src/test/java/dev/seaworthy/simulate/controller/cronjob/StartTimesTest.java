package dev.seaworthy.simulate.controller.cronjob;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartTimesTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static StartTimes hourly(String since, String now, Optional<Duration> deadline) {
    Schedule schedule = Schedule.of("@hourly", ZoneOffset.UTC).orElseThrow();
    return new StartTimes(schedule, at(since), deadline, at(now));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-01-01T" + time + "Z");
  }

  @Test
  void nothingIsDueBeforeTheNextTime() {
    StartTimes times = hourly("12:00:00", "12:59:59", Optional.empty());

    assertThat(times.due().time()).isEmpty();
    assertThat(times.untilNext()).contains(Duration.ofMillis(1100));
  }

  @Test
  void theTimeThatHasJustPassedIsDue() {
    StartTimes times = hourly("11:30:00", "12:00:00.100", Optional.empty());

    assertThat(times.due().time()).contains(NOON);
    assertThat(times.untilNext()).contains(Duration.ofHours(1));
  }

  @Test
  void ofManyMissedTimesTheLatestIsDue() {
    StartTimes times = hourly("02:15:00", "12:20:00", Optional.empty());

    assertThat(times.due().time()).contains(NOON);
    assertThat(times.due().missed()).isEqualTo(10);
    assertThat(times.due().areTooMany()).isFalse();
  }

  @Test
  void moreThanAHundredMissedTimesAreTooMany() {
    Schedule minutes = Schedule.of("* * * * *", ZoneOffset.UTC).orElseThrow();
    StartTimes times = new StartTimes(minutes, at("02:00:00"), Optional.empty(), NOON);

    assertThat(times.due().areTooMany()).isTrue();
  }

  @Test
  void whatWasMissedBeforeTheDeadlineIsNotDue() {
    Optional<Duration> deadline = Optional.of(Duration.ofMinutes(10));

    assertThat(hourly("02:15:00", "12:20:00", deadline).due().time()).isEmpty();
    assertThat(hourly("02:15:00", "12:05:00", deadline).due().time()).contains(NOON);
    assertThat(hourly("02:15:00", "12:20:00", deadline).isTooLate(NOON)).isTrue();
  }

  @Test
  void anUnevenScheduleIsFollowedToItsLatestTime() {
    Schedule schedule = Schedule.of("30 6-16/4 * * 1-5", ZoneOffset.UTC).orElseThrow();
    Instant monday = Instant.parse("2026-01-05T07:00:00Z");

    StartTimes times =
        new StartTimes(schedule, Instant.parse("2026-01-02T05:00:00Z"), Optional.empty(), monday);

    assertThat(times.due().time()).contains(Instant.parse("2026-01-05T06:30:00Z"));
  }

  @Test
  void aScheduleThatNeverComesIsNotSound() {
    Schedule never = Schedule.of("0 0 30 2 *", ZoneOffset.UTC).orElseThrow();
    StartTimes times = new StartTimes(never, NOON, Optional.empty(), NOON);

    assertThat(times.due().isSound()).isFalse();
    assertThat(times.untilNext()).isEmpty();
  }
}
