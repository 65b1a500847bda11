package dev.seaworthy.simulate.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.outcome.Inquiries;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.PodState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Programs that end as soon as they start, and what the restart policy makes of them. */
class CrashingImagesTest {

  private static Outcome play(String manifest) {
    return DryRuns.of(
        manifest,
        DryRuns.OPTIONS.with(new Plan(
            Optional.empty(),
            Map.of("crasher:1", ImageWords.parse("crashes")),
            List.of(),
            Optional.empty(),
            Inquiries.NONE)));
  }

  @Test
  void aPodThatIsNeverRestartedFails() {
    Outcome outcome = play("""
        apiVersion: v1
        kind: Pod
        metadata: {name: once}
        spec: {restartPolicy: Never, containers: [{name: main, image: 'crasher:1'}]}
        """);

    PodState pod = outcome.pods().get(0);
    assertThat(pod.phase()).isEqualTo("Failed");
    assertThat(pod.restarts()).isZero();
    assertThat(outcome.shown()).contains("Error").doesNotContain("CrashLoopBackOff");
  }

  @Test
  void restartsOfADeploymentsPodBackOff() {
    Outcome outcome = play("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: main, image: 'crasher:1'}]}
        """);

    // Started again after 1 s, 10 s and 20 s; 40 s are longer than a dry run waits for news.
    assertThat(outcome.shown()).containsPattern("CrashLoopBackOff +3 \\(30s ago\\)");
  }

  @Test
  void aJobMakesAPodForEveryRetry() {
    Outcome outcome = play("""
        apiVersion: batch/v1
        kind: Job
        metadata: {name: task}
        spec:
          backoffLimit: 2
          template:
            spec: {restartPolicy: Never, containers: [{name: main, image: 'crasher:1'}]}
        """);

    assertThat(outcome.pods()).hasSize(3).allMatch(pod -> pod.phase().equals("Failed"));
    assertThat(outcome.problems())
        .anyMatch(problem -> problem.message().contains("reached the specified backoff limit"));
  }

  @Test
  void restartsInPlaceCountAgainstAJobsLimitOneByOne() {
    Outcome outcome = play("""
        apiVersion: batch/v1
        kind: Job
        metadata: {name: task}
        spec:
          backoffLimit: 3
          template:
            spec: {restartPolicy: OnFailure, containers: [{name: main, image: 'crasher:1'}]}
        """);

    assertThat(outcome.timeline().steps().get(0).entries())
        .filteredOn(entry -> entry.what().contains("BackoffLimitExceeded"))
        .allMatch(entry -> entry.at().compareTo(Duration.ofSeconds(31)) > 0)
        .isNotEmpty();
  }
}
