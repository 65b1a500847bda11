package dev.seaworthy.simulate.controller.job;

import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.ended;
import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Job;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PodTemplatesTest {

  private static final Job JOB = job("""
      completionMode: Indexed
      completions: 20
      backoffLimitPerIndex: 5
      podFailurePolicy: {rules: [{action: Ignore, onExitCodes: {operator: In, values: [42]}}]}
      template: {spec: {containers: [{name: main, image: 'job:1'}]}}
      """);

  private static Resource podOf(Job job, int index, Optional<JobPod> replaced) {
    return PodTemplates.pod(job, index, replaced, PodFailurePolicy.of(job));
  }

  private static JobPod failed(int exitCode, Map<String, String> counts) {
    Resource pod = ended("former", exitCode, 7).pod().resource();
    for (Map.Entry<String, String> count : counts.entrySet()) {
      pod = pod.withAt(Scalar.of(count.getValue()), "metadata", "annotations", count.getKey());
    }
    return JobPod.of(pod);
  }

  @Test
  void theFirstPodOfAnIndexHasSeenNoFailure() {
    assertThat(podOf(JOB, 7, Optional.empty()).annotations())
        .containsEntry(JobPod.FAILURES, "0")
        .doesNotContainKey(JobPod.IGNORED_FAILURES);
  }

  @Test
  void itsSuccessorCountsTheFailureOfTheOneBefore() {
    JobPod former = failed(1, Map.of(JobPod.FAILURES, "2"));

    assertThat(podOf(JOB, 7, Optional.of(former)).annotations())
        .containsEntry(JobPod.FAILURES, "3");
  }

  @Test
  void failuresThatAreIgnoredAreCountedApart() {
    JobPod former = failed(42, Map.of(JobPod.FAILURES, "2", JobPod.IGNORED_FAILURES, "1"));

    assertThat(podOf(JOB, 7, Optional.of(former)).annotations())
        .containsEntry(JobPod.FAILURES, "2")
        .containsEntry(JobPod.IGNORED_FAILURES, "2");
  }

  @Test
  void aLongNameIsCutSoThatTheIndexFits() {
    Job job = new Job(JOB.resource().with("metadata.name", Scalar.of("w".repeat(60))));

    assertThat(podOf(job, 17, Optional.empty()).at("metadata", "generateName").text())
        .isEqualTo("w".repeat(54) + "-17-");
  }
}
