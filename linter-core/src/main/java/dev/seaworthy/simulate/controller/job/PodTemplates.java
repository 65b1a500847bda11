package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.controller.PodControl;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pods that a Job makes: each held until it is counted, and knowing its index. */
final class PodTemplates {

  private static final String INDEX_VARIABLE = "JOB_COMPLETION_INDEX";

  /** How long a name to be completed can be. */
  private static final int LONGEST_PREFIX = 58;

  private PodTemplates() {}

  static Resource pod(Job job) {
    return Finalizers.with(PodControl.podOf(job.resource()), Job.TRACKING);
  }

  /**
   * A pod for {@code index}.
   *
   * @param replaced the failed pod of the same index in whose place it comes
   */
  static Resource pod(Job job, int index, Optional<JobPod> replaced, PodFailurePolicy policy) {
    Scalar number = Scalar.of(Integer.toString(index));
    Resource pod = pod(job)
        .withAt(number, "metadata", "labels", Job.COMPLETION_INDEX)
        .withAt(number, "metadata", "annotations", Job.COMPLETION_INDEX)
        .withAt(Scalar.of(prefix(job.name(), index)), "metadata", "generateName")
        .withAt(Scalar.of(job.name() + "-" + index), "spec", "hostname");
    Resource knowing = withVariable(withVariable(pod, "containers"), "initContainers");
    return job.backoffLimitPerIndex().isPresent() ? counting(knowing, replaced, policy) : knowing;
  }

  private static String prefix(String job, int index) {
    String end = "-" + index + "-";
    String name = job.substring(0, Math.min(job.length(), LONGEST_PREFIX - end.length()));
    return name + end;
  }

  private static Resource withVariable(Resource pod, String field) {
    if (pod.at("spec", field).size() == 0) {
      return pod;
    }
    List<Node> containers = new ArrayList<>();
    for (Node container : pod.at("spec", field).items()) {
      containers.add(container instanceof Mapping mapping ? withVariable(mapping) : container);
    }
    return pod.withAt(Sequence.of(containers), "spec", field);
  }

  private static Node withVariable(Mapping container) {
    List<Node> variables = new ArrayList<>(container.get("env").items());
    if (variables.stream().anyMatch(it -> it.get("name").text().equals(INDEX_VARIABLE))) {
      return container;
    }
    String path = "metadata.labels['" + Job.COMPLETION_INDEX + "']";
    variables.add(Mapping.of(
        "name",
        Scalar.of(INDEX_VARIABLE),
        "valueFrom",
        Mapping.of("fieldRef", Mapping.of("fieldPath", Scalar.of(path)))));
    return container.with("env", Sequence.of(variables));
  }

  /** With the failures of its index, those before it and that of the pod that it replaces. */
  private static Resource counting(
      Resource pod, Optional<JobPod> replaced, PodFailurePolicy policy) {
    boolean isCounted = replaced.map(former -> policy.judge(former).isCounted()).orElse(false);
    boolean isIgnored = replaced.isPresent() && !isCounted;
    int failures = replaced.map(JobPod::failures).orElse(0) + (isCounted ? 1 : 0);
    int ignored = replaced.map(JobPod::ignoredFailures).orElse(0) + (isIgnored ? 1 : 0);
    Resource counted = annotated(pod, JobPod.FAILURES, failures);
    return ignored > 0 ? annotated(counted, JobPod.IGNORED_FAILURES, ignored) : counted;
  }

  private static Resource annotated(Resource pod, String key, int count) {
    return pod.withAt(Scalar.of(Integer.toString(count)), "metadata", "annotations", key);
  }
}
