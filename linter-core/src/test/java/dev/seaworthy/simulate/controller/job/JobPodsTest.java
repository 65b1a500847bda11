package dev.seaworthy.simulate.controller.job;

import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.ended;
import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.Change;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobPodsTest {

  private static final Resource JOB =
      JobPodsAndJobs.job("{}").resource().with("metadata.uid", Scalar.of("work-uid"));

  private final JobPods pods = new JobPods();

  private static Resource owned(JobPod pod) {
    return pod.pod()
        .resource()
        .with("metadata.ownerReferences", Sequence.of(List.of(Meta.controllerReference(JOB))));
  }

  private void commit(Optional<Resource> before, Optional<Resource> after) {
    Resource latest = after.or(() -> before).orElseThrow();
    pods.onChange(new Change(ObjectKey.of(latest), before, after));
  }

  private List<String> known() {
    return pods.of("work-uid").stream().map(JobPod::uid).toList();
  }

  @Test
  void thePodsThatAJobHasToDoWithAreKnownInOrder() {
    commit(Optional.empty(), Optional.of(owned(running("b"))));
    commit(Optional.empty(), Optional.of(owned(ended("a", 0, Duration.ZERO))));

    assertThat(known()).containsExactly("b", "a");
  }

  @Test
  void whoHasEndedAndIsCountedIsForgotten() {
    Resource held = owned(ended("a", 0, Duration.ZERO));
    commit(Optional.empty(), Optional.of(held));

    commit(Optional.of(held), Optional.of(Finalizers.without(held, Job.TRACKING)));

    assertThat(known()).isEmpty();
  }

  @Test
  void whoIsReleasedOrGoneIsForgotten() {
    Resource released = owned(running("a"));
    Resource gone = owned(running("b"));
    commit(Optional.empty(), Optional.of(released));
    commit(Optional.empty(), Optional.of(gone));

    commit(Optional.of(released), Optional.of(released.without("metadata", "ownerReferences")));
    commit(Optional.of(gone), Optional.empty());

    assertThat(known()).isEmpty();
  }
}
