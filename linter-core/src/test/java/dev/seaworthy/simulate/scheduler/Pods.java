package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.scheduler.framework.PodInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignatures;
import java.util.List;

/** Pods and nodes as the scheduler's tests need them. */
final class Pods {

  private Pods() {}

  static Resource node(String name, String zone) {
    return new Resource(Mapping.of(
        "apiVersion", Scalar.of("v1"),
        "kind", Scalar.of("Node"),
        "metadata",
            Mapping.of(
                "name",
                Scalar.of(name),
                "labels",
                Mapping.of(
                    "kubernetes.io/hostname", Scalar.of(name),
                    "topology.kubernetes.io/zone", Scalar.of(zone))),
        "status",
            Mapping.of(
                "allocatable",
                Mapping.of(
                    "cpu", Scalar.of("4"),
                    "memory", Scalar.of("8Gi"),
                    "pods", Scalar.of("20")))));
  }

  static Resource pod(String uid, String app) {
    return new Resource(Mapping.of(
        "apiVersion", Scalar.of("v1"),
        "kind", Scalar.of("Pod"),
        "metadata",
            Mapping.of(
                "name", Scalar.of(uid),
                "namespace", Scalar.of("default"),
                "uid", Scalar.of(uid),
                "labels", Mapping.of("app", Scalar.of(app))),
        "spec",
            Mapping.of(
                "containers",
                Sequence.of(List.of(
                    Mapping.of("name", Scalar.of("main"), "resources", requests("500m")))))));
  }

  private static Mapping requests(String cpu) {
    return Mapping.of("requests", Mapping.of("cpu", Scalar.of(cpu)));
  }

  static Resource important(Resource pod, long priority) {
    return pod.with("spec.priority", Scalar.of(priority));
  }

  static Resource leaving(Resource pod) {
    return pod.with("metadata.deletionTimestamp", Scalar.of("2026-01-01T00:00:00Z"));
  }

  /** With a demand, or else a wish, to be spread over the values of a node label. */
  static Resource spread(Resource pod, String topologyKey, boolean demand) {
    return pod.with(
        "spec.topologySpreadConstraints",
        Sequence.of(List.of(Mapping.of(
            "topologyKey", Scalar.of(topologyKey),
            "maxSkew", Scalar.of(1),
            "whenUnsatisfiable", Scalar.of(demand ? "DoNotSchedule" : "ScheduleAnyway"),
            "labelSelector", selector(pod.at("metadata", "labels", "app").text())))));
  }

  /** With a demand under {@code podAffinity} or {@code podAntiAffinity}. */
  static Resource demanding(Resource pod, String affinity, String app, String topologyKey) {
    return pod.with(
        "spec.affinity." + affinity + ".requiredDuringSchedulingIgnoredDuringExecution",
        Sequence.of(List.of(term(app, topologyKey))));
  }

  /** With a wish under {@code podAffinity} or {@code podAntiAffinity}. */
  static Resource wishing(Resource pod, String affinity, String app, String topologyKey) {
    return pod.with(
        "spec.affinity." + affinity + ".preferredDuringSchedulingIgnoredDuringExecution",
        Sequence.of(List.of(
            Mapping.of("weight", Scalar.of(10), "podAffinityTerm", term(app, topologyKey)))));
  }

  private static Mapping term(String app, String topologyKey) {
    return Mapping.of("topologyKey", Scalar.of(topologyKey), "labelSelector", selector(app));
  }

  private static Node selector(String app) {
    return Mapping.of("matchLabels", Mapping.of("app", Scalar.of(app)));
  }

  static PodInfo info(PodSignatures signatures, Resource pod) {
    return new PodInfo(pod.name(), pod, signatures.of(pod), false);
  }
}
