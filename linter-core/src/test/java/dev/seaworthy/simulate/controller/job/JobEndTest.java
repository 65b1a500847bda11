package dev.seaworthy.simulate.controller.job;

import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.ended;
import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.job;
import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.running;
import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.withStatus;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Job;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobEndTest {

  private static final String INDEXED = "{completionMode: Indexed, completions: 3, %s}";
  private static final String STARTED = "{startTime: '2026-01-01T00:00:00Z'%s}";

  private static JobEnd judge(Job job, int second, JobPod... pods) {
    JobState state = JobState.of(job, List.of(pods));
    return new JobEnd(state, state.status(), VirtualClock.EPOCH.plusSeconds(second));
  }

  private static String reason(Job job, JobPod... pods) {
    return judge(job, 0, pods).decide().map(JobCondition::reason).orElse("");
  }

  private static JobPod failed(String name) {
    return ended(name, 1, Duration.ZERO);
  }

  @Test
  void asManyFailuresAsTheLimitAreForgiven() {
    Job job = job("backoffLimit: 1");

    assertThat(reason(job, failed("a"))).isEmpty();
    assertThat(reason(job, failed("a"), failed("b"))).isEqualTo("BackoffLimitExceeded");
  }

  @Test
  void earlierFailuresCount() {
    Job job = withStatus(job("backoffLimit: 3"), "{failed: 3}");

    assertThat(reason(job, failed("a"))).isEqualTo("BackoffLimitExceeded");
  }

  @Test
  void itEndsAtItsDeadline() {
    Job job = withStatus(job("activeDeadlineSeconds: 10"), STARTED.formatted(""));

    assertThat(judge(job, 4, running("a")).untilDeadline()).contains(Duration.ofSeconds(6));
    assertThat(judge(job, 10, running("a")).decide().orElseThrow().reason())
        .isEqualTo("DeadlineExceeded");
  }

  @Test
  void theClockStandsStillWhileItIsSuspended() {
    Job job = withStatus(job("{activeDeadlineSeconds: 10, suspend: true}"), STARTED.formatted(""));

    assertThat(judge(job, 99).decide()).isEmpty();
    assertThat(judge(job, 99).untilDeadline()).isEmpty();
  }

  @Test
  void theFailurePolicyDecidesBeforeTheLimit() {
    Job job = job("""
        backoffLimit: 9
        podFailurePolicy: {rules: [{action: FailJob, onExitCodes: {operator: In, values: [1]}}]}
        """);

    assertThat(reason(job, failed("a"))).isEqualTo("PodFailurePolicy");
  }

  @Test
  void moreFailedIndexesThanAllowedEndItAtOnce() {
    Job job = job(INDEXED.formatted("backoffLimitPerIndex: 0, maxFailedIndexes: 1"));

    assertThat(reason(job, ended("a", 1, 0))).isEmpty();
    assertThat(reason(job, ended("a", 1, 0), ended("b", 1, 1)))
        .isEqualTo("MaxFailedIndexesExceeded");
  }

  @Test
  void aFailedIndexEndsItWhenAllOthersAreThrough() {
    Job job = job(INDEXED.formatted("backoffLimitPerIndex: 0"));

    assertThat(reason(job, ended("a", 1, 0), ended("b", 0, 1))).isEmpty();
    assertThat(reason(job, ended("a", 1, 0), ended("b", 0, 1), ended("c", 0, 2)))
        .isEqualTo("FailedIndexes");
  }

  @Test
  void aDecisionStands() {
    Job job = withStatus(
        job("backoffLimit: 0"),
        "{conditions: [{type: SuccessCriteriaMet, status: 'True', reason: SuccessPolicy}]}");

    JobCondition end = judge(job, 0, failed("a")).decide().orElseThrow();

    assertThat(end.isSuccess()).isTrue();
    assertThat(end.atLast().type()).isEqualTo("Complete");
  }
}
