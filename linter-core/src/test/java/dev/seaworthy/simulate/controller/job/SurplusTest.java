package dev.seaworthy.simulate.controller.job;

import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.job;
import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Job;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurplusTest {

  private static final Job PLAIN = job("completions: 5");
  private static final Job INDEXED = job("{completionMode: Indexed, completions: 2}");

  private static JobPod waiting(String name) {
    return running(name);
  }

  private static JobPod onNode(String name) {
    return JobPod.of(running(name).pod().resource().with("spec.nodeName", Scalar.of("n1")));
  }

  private static JobPod ready(String name, String since) {
    Mapping condition = Mapping.of(
        "type", Scalar.of("Ready"),
        "status", Scalar.of("True"),
        "lastTransitionTime", Scalar.of(since));
    Resource pod = onNode(name).pod().resource();
    return JobPod.of(pod.with("status.conditions", Sequence.of(List.of(condition))));
  }

  private static JobPod indexed(JobPod pod, int index) {
    return JobPod.of(pod.pod()
        .resource()
        .withAt(
            Scalar.of(Integer.toString(index)), "metadata", "annotations", Job.COMPLETION_INDEX));
  }

  private static List<String> surplus(Job job, long count, JobPod... active) {
    return Surplus.of(job, List.of(active), count).stream().map(JobPod::uid).toList();
  }

  @Test
  void whoHasComeLeastFarGoesFirst() {
    List<String> going = surplus(
        PLAIN,
        3,
        ready("old", "2026-01-01T00:00:00Z"),
        ready("young", "2026-01-01T00:01:00Z"),
        onNode("starting"),
        waiting("waiting"));

    assertThat(going).containsExactly("waiting", "starting", "young");
  }

  @Test
  void nobodyGoesIfThereAreNotTooMany() {
    assertThat(surplus(PLAIN, -2, waiting("a"))).isEmpty();
  }

  @Test
  void eachIndexKeepsTheOneThatHasComeFurthest() {
    List<String> going =
        surplus(INDEXED, 0, indexed(waiting("late"), 1), indexed(onNode("early"), 1));

    assertThat(going).containsExactly("late");
  }

  @Test
  void whoHasNoIndexOfTheJobGoes() {
    List<String> going = surplus(
        INDEXED, 0, indexed(onNode("beyond"), 2), onNode("without"), indexed(onNode("a"), 0));

    assertThat(going).containsExactlyInAnyOrder("beyond", "without");
  }
}
