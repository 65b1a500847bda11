package dev.seaworthy.simulate.controller.job;

import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.ended;
import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.controller.job.PodFailurePolicy.Action;
import dev.seaworthy.simulate.object.Conditions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PodFailurePolicyTest {

  private static final PodFailurePolicy POLICY = PodFailurePolicy.of(job("""
      podFailurePolicy:
        rules:
        - {action: Ignore, onPodConditions: [{type: DisruptionTarget, status: 'True'}]}
        - {action: FailIndex, onExitCodes: {operator: In, values: [7]}}
        - {action: FailJob, onExitCodes: {containerName: main, operator: In, values: [42]}}
        - {action: Ignore, onExitCodes: {containerName: side, operator: NotIn, values: [1]}}
      """));

  private static JobPod failedWith(int exitCode) {
    return ended("work-1", exitCode, Duration.ZERO);
  }

  private static JobPod disrupted(JobPod pod) {
    Mapping condition =
        Mapping.of("type", Scalar.of("DisruptionTarget"), "status", Scalar.of("True"));
    return JobPod.of(
        Conditions.of(pod.pod().resource()).with(condition).in(pod.pod().resource()));
  }

  @ParameterizedTest(name = "exit code {0}: {1}")
  @CsvSource({"1, COUNT", "7, FAIL_INDEX", "42, FAIL_JOB"})
  void theFirstRuleThatFitsTheExitCodeDecides(int exitCode, Action action) {
    assertThat(POLICY.judge(failedWith(exitCode)).action()).isEqualTo(action);
  }

  @Test
  void aDisruptionCanBeIgnoredWhateverTheExitCode() {
    PodFailurePolicy.Decision decision = POLICY.judge(disrupted(failedWith(42)));

    assertThat(decision.action()).isEqualTo(Action.IGNORE);
    assertThat(decision.isCounted()).isFalse();
  }

  @Test
  void theReasonNamesContainerPodAndRule() {
    assertThat(POLICY.judge(failedWith(42)).message())
        .isEqualTo("Container main for pod default/work-1 failed with exit code 42 matching FailJob"
            + " rule at index 2");
  }

  @Test
  void withoutAPolicyEveryFailureCounts() {
    PodFailurePolicy none = PodFailurePolicy.of(job("{}"));

    assertThat(none.judge(failedWith(42)).action()).isEqualTo(Action.COUNT);
  }
}
