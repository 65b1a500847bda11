package dev.seaworthy.simulate.controller.job;

import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.ended;
import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.job;
import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.running;
import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.withStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.object.Job;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountingTest {

  private static final JobPod SUCCEEDED = ended("good", 0, Duration.ZERO);
  private static final JobPod FAILED = ended("bad", 1, Duration.ZERO);
  private static final JobPod RUNNING = running("busy");

  private static Accounting of(Job job, JobPod... pods) {
    return of(job, Optional.empty(), pods);
  }

  private static Accounting of(Job job, Optional<JobCondition> end, JobPod... pods) {
    JobState state = JobState.of(job, List.of(pods));
    return Accounting.of(state, state.status(), end);
  }

  @Test
  void whoHasEndedIsWrittenDownBeforeItIsLetGo() {
    Accounting accounting = of(job("completions: 3"), SUCCEEDED, FAILED, RUNNING);

    assertThat(accounting.released()).containsExactly(SUCCEEDED, FAILED);
    assertThat(accounting.status().uncountedSucceeded()).containsExactly("good");
    assertThat(accounting.status().uncountedFailed()).containsExactly("bad");
    assertThat(accounting.status().succeeded()).isZero();
  }

  @Test
  void whoIsLetGoIsCounted() {
    JobStatus written = of(job("completions: 3"), SUCCEEDED, FAILED).status();

    JobStatus settled = written.settled(Set.of("bad"));

    assertThat(settled.succeeded()).isEqualTo(1);
    assertThat(settled.failed()).isZero();
    assertThat(settled.uncountedFailed()).containsExactly("bad");
  }

  @Test
  void whoWasWrittenDownIsNotWrittenDownAgain() {
    Job job = withStatus(
        job("completions: 3"), "{succeeded: 4, uncountedTerminatedPods: {succeeded: [good]}}");

    Accounting accounting = of(job, SUCCEEDED);

    assertThat(accounting.status().uncountedSucceeded()).containsExactly("good");
    assertThat(JobState.of(job, List.of(SUCCEEDED)).succeeded()).isEqualTo(5);
  }

  @Test
  void whoeverStillRunsWhenAJobFailsHasFailed() {
    Optional<JobCondition> end = Optional.of(JobCondition.failing("DeadlineExceeded", ""));

    assertThat(of(job("completions: 3"), end, RUNNING).status().uncountedFailed())
        .containsExactly("busy");
  }

  @Test
  void whoeverStillRunsWhenAJobSucceedsHasNot() {
    Optional<JobCondition> end = Optional.of(JobCondition.succeeding("SuccessPolicy", ""));
    Accounting accounting = of(job("completions: 3"), end, RUNNING);

    assertThat(accounting.status().uncountedFailed()).isEmpty();
    assertThat(accounting.released()).containsExactly(RUNNING);
  }

  @Test
  void anIndexIsCountedOnceHoweverManyOfItsPodsSucceed() {
    Job job = withStatus(
        job("{completionMode: Indexed, completions: 5}"), "{completedIndexes: '0', succeeded: 1}");

    Accounting accounting = of(job, ended("a", 0, 0), ended("b", 0, 1), ended("c", 0, 1));

    assertThat(accounting.released()).hasSize(3);
    assertThat(accounting.status().succeeded()).isEqualTo(2);
    assertThat(accounting.status().fields().get("completedIndexes").text()).isEqualTo("0,1");
  }

  @Test
  void theFailedPodOfAnIndexIsHeldUntilItIsReplaced() {
    Job job = job("{completionMode: Indexed, completions: 2, backoffLimitPerIndex: 1}");

    Accounting accounting = of(job, ended("a", 1, 0));

    assertThat(accounting.released()).isEmpty();
    assertThat(accounting.status().fields().get("failedIndexes").text()).isEmpty();
  }

  @Test
  void noMoreThanFiveHundredAreWrittenDownAtOnce() {
    JobPod[] many = new JobPod[600];
    for (int i = 0; i < many.length; i++) {
      many[i] = ended("pod-" + i, 0, Duration.ZERO);
    }

    Accounting accounting = of(job("completions: 600"), many);

    assertThat(accounting.released()).hasSize(500);
    assertThat(accounting.isWhole()).isFalse();
  }
}
