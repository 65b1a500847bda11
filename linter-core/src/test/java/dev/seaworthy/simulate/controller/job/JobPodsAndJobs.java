package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Job;
import java.time.Duration;
import java.util.List;

/** Jobs and their pods at some moment, for tests. */
final class JobPodsAndJobs {

  private JobPodsAndJobs() {}

  static Job job(String spec) {
    return new Job(Objects.object("batch/v1", "Job", "work").withAt(yaml(spec), "spec"));
  }

  static Job withStatus(Job job, String status) {
    return new Job(job.resource().withAt(yaml(status), "status"));
  }

  static Node yaml(String text) {
    return new dev.seaworthy.manifest.ManifestReader()
        .readValues("test", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }

  static JobPod running(String name) {
    return JobPod.of(pod(name, "Running"));
  }

  /** A pod whose only container ended {@code after} the beginning of time. */
  static JobPod ended(String name, int exitCode, Duration after) {
    return ended(pod(name, exitCode == 0 ? "Succeeded" : "Failed"), exitCode, after);
  }

  /** The same for a completion index. */
  static JobPod ended(String name, int exitCode, int index) {
    Scalar number = Scalar.of(Integer.toString(index));
    Resource pod = pod(name, exitCode == 0 ? "Succeeded" : "Failed")
        .withAt(number, "metadata", "annotations", Job.COMPLETION_INDEX);
    return ended(pod, exitCode, Duration.ZERO);
  }

  private static JobPod ended(Resource pod, int exitCode, Duration after) {
    Mapping end = Mapping.of(
        "exitCode",
        Scalar.of(exitCode),
        "finishedAt",
        Scalar.of(VirtualClock.timestamp(VirtualClock.EPOCH.plus(after))));
    Mapping status = Mapping.of("name", Scalar.of("main"), "state", Mapping.of("terminated", end));
    return JobPod.of(pod.with("status.containerStatuses", Sequence.of(List.of(status))));
  }

  private static Resource pod(String name, String phase) {
    Resource pod = Objects.pod(name, "job:run")
        .with("metadata.uid", Scalar.of(name))
        .with("status.phase", Scalar.of(phase));
    return Finalizers.with(pod, Job.TRACKING);
  }
}
