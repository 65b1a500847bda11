package dev.seaworthy.simulate;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;

/** Objects for tests, as a user would write them. */
public final class Objects {

  private Objects() {}

  public static Resource deployment(String name, int replicas) {
    return workload("apps/v1", "Deployment", name, replicas, "web:1");
  }

  public static Resource replicaSet(String name, int replicas) {
    return workload("apps/v1", "ReplicaSet", name, replicas, "web:1");
  }

  public static Resource workload(
      String apiVersion, String kind, String name, int replicas, String image) {
    Mapping labels = Mapping.of("app", Scalar.of(name));
    return object(apiVersion, kind, name)
        .with("spec.replicas", Scalar.of(replicas))
        .with("spec.selector.matchLabels", labels)
        .with("spec.template.metadata.labels", labels)
        .with("spec.template.spec.containers", containers(image));
  }

  /** A Job of one pod, which does not restart containers. */
  public static Resource job(String name, String image) {
    return object("batch/v1", "Job", name)
        .with("spec.template.spec.restartPolicy", Scalar.of("Never"))
        .with("spec.template.spec.containers", containers(image));
  }

  public static Resource pod(String name, String image) {
    return object("v1", "Pod", name).with("spec.containers", containers(image));
  }

  private static Node containers(String image) {
    return Sequence.of(List.of(Mapping.of("name", Scalar.of("main"), "image", Scalar.of(image))));
  }

  public static Resource object(String apiVersion, String kind, String name) {
    return new Resource(Mapping.of(
        "apiVersion", Scalar.of(apiVersion),
        "kind", Scalar.of(kind),
        "metadata", Mapping.of("name", Scalar.of(name), "namespace", Scalar.of("default"))));
  }
}
