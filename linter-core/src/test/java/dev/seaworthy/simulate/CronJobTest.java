package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CronJobTest {

  private final Cluster cluster =
      Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);

  private void given(String schedule, String image, String policy) {
    Resource job = Objects.job("tick", image);
    Resource cronJob = Objects.object("batch/v1", "CronJob", "tick")
        .with("spec.schedule", Scalar.of(schedule))
        .with("spec.concurrencyPolicy", Scalar.of(policy))
        .with("spec.jobTemplate.spec", job.at("spec"));
    assertThat(cluster.api().create(cronJob).message()).isEmpty();
  }

  private Resource cronJob() {
    return cluster.view().get(Kinds.CRON_JOB, "default", "tick").orElseThrow();
  }

  private List<Job> jobs() {
    return cluster.view().list(Kinds.JOB).stream().map(Job::new).toList();
  }

  private long events(String reason) {
    return cluster.events().stream().map(Event::reason).filter(reason::equals).count();
  }

  private void patch(String field, Scalar value) {
    cluster.api().patch(ObjectKey.of(cronJob()), Mapping.of("spec", Mapping.of(field, value)));
  }

  @Test
  void startsAJobAtEachTimeAndKeepsTheLastThree() {
    given("*/10 * * * *", "job:done", "Allow");

    cluster.advance(Duration.ofMinutes(65));

    assertThat(events("SuccessfulCreate") - events("Completed")).isEqualTo(6);
    assertThat(jobs()).hasSize(3).allMatch(Job::isComplete);
    assertThat(cronJob().at("status", "lastScheduleTime").text()).isEqualTo("2026-01-01T01:00:00Z");
    assertThat(cronJob().at("status", "active").size()).isZero();
  }

  @Test
  void aJobIsNamedAfterTheMinuteThatItIsFor() {
    given("5 * * * *", "job:run", "Allow");

    cluster.advance(Duration.ofMinutes(6));

    long minute = Instant.parse("2026-01-01T00:05:00Z").getEpochSecond() / 60;
    assertThat(jobs()).extracting(Job::name).containsExactly("tick-" + minute);
    assertThat(jobs().get(0).resource().annotations())
        .containsEntry("batch.kubernetes.io/cronjob-scheduled-timestamp", "2026-01-01T00:05:00Z");
  }

  @Test
  void jobsRunBesideEachOtherIfTheyMay() {
    given("* * * * *", "job:run", "Allow");

    cluster.advance(Duration.ofSeconds(200));

    assertThat(jobs()).hasSize(3);
    assertThat(cronJob().at("status", "active").size()).isEqualTo(3);
  }

  @Test
  void aJobThatRunsKeepsOthersFromStartingWhereThatIsForbidden() {
    given("* * * * *", "job:run", "Forbid");

    cluster.advance(Duration.ofSeconds(200));

    assertThat(jobs()).hasSize(1);
    assertThat(events("JobAlreadyActive")).isPositive();
  }

  @Test
  void aJobThatRunsMakesWayForTheNextWhereItIsReplaced() {
    given("* * * * *", "job:run", "Replace");

    cluster.advance(Duration.ofSeconds(200));

    assertThat(jobs()).hasSize(1);
    assertThat(jobs().get(0).resource().at("metadata", "creationTimestamp").text())
        .isEqualTo("2026-01-01T00:03:00Z");
  }

  @Test
  void nothingStartsWhileItIsSuspended() {
    given("* * * * *", "job:done", "Allow");
    patch("suspend", Scalar.of(true));

    cluster.advance(Duration.ofMinutes(5));

    assertThat(jobs()).isEmpty();
  }

  @Test
  void whatWasMissedWhileItWasSuspendedStartsOnceUnlessTooLate() {
    given("0 * * * *", "job:done", "Allow");
    patch("suspend", Scalar.of(true));
    cluster.advance(Duration.ofMinutes(150));

    patch("startingDeadlineSeconds", Scalar.of(60));
    patch("suspend", Scalar.of(false));
    cluster.advance(Duration.ofMinutes(5));
    assertThat(jobs()).isEmpty();
    patch("startingDeadlineSeconds", Scalar.of(7200));
    cluster.advance(Duration.ofMinutes(5));

    assertThat(jobs()).hasSize(1);
  }

  @Test
  void aNewScheduleIsHeededFromItsNextTimeOn() {
    given("0 0 1 1 *", "job:done", "Allow");
    cluster.advance(Duration.ofMinutes(90));

    patch("schedule", Scalar.of("30 * * * *"));
    cluster.advance(Duration.ofMinutes(20));
    assertThat(jobs()).isEmpty();
    cluster.advance(Duration.ofHours(1));

    assertThat(jobs()).hasSize(1);
  }

  @Test
  void aDayWithNothingToDoCostsNothing() {
    given("0 0 1 6 *", "job:done", "Allow");
    cluster.settle();
    long before = cluster.happened();

    cluster.advance(Duration.ofDays(1));

    assertThat(cluster.happened() - before).isLessThan(5);
  }
}
