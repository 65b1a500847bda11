package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The autoscalers by what they scale: those that set numbers of pods, and those that set sizes. */
final class Autoscalers {

  private static final GroupKind HPA = GroupKind.of("autoscaling", "HorizontalPodAutoscaler");
  private static final GroupKind SCALED_OBJECT = GroupKind.of("keda.sh", "ScaledObject");

  private static final GroupKind VPA = GroupKind.of("autoscaling.k8s.io", "VerticalPodAutoscaler");

  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");

  private final Map<ObjectKey, List<InputObject>> byTarget = new HashMap<>();

  /** Takes {@code object} in if it is an autoscaler. */
  void add(InputObject object, InputGraph graph) {
    if (setsReplicas(object) || object.kind().equals(VPA)) {
      for (Reference target : graph.referencesOf(object)) {
        byTarget
            .computeIfAbsent(
                new ObjectKey(target.kind(), target.namespace(), target.name()),
                k -> new ArrayList<>(1))
            .add(object);
      }
    }
  }

  private static boolean setsReplicas(InputObject object) {
    return object.kind().equals(HPA) || object.kind().equals(SCALED_OBJECT);
  }

  /** Those that set the number of pods. */
  List<InputObject> of(ObjectKey workload) {
    List<InputObject> all = allOf(workload);
    return all.stream().allMatch(Autoscalers::setsReplicas)
        ? all
        : all.stream().filter(Autoscalers::setsReplicas).toList();
  }

  /** Those that set the size of pods, too; in the order read. */
  List<InputObject> allOf(ObjectKey workload) {
    return byTarget.getOrDefault(workload, List.of());
  }

  /** The fewest pods that {@code workload} is meant to have. */
  static long lowestReplicas(InputObject workload, List<InputObject> autoscalers) {
    return replicas(workload, autoscalers, Bound.LOWEST);
  }

  /** The most pods that {@code workload} is meant to have. */
  static long highestReplicas(InputObject workload, List<InputObject> autoscalers) {
    return replicas(workload, autoscalers, Bound.HIGHEST);
  }

  private static long replicas(InputObject workload, List<InputObject> autoscalers, Bound bound) {
    return autoscalers.isEmpty() ? workload.at(REPLICAS).longOr(1) : bound.of(autoscalers.get(0));
  }

  /** The fields of the two kinds, and what holds where they are absent. */
  private enum Bound {
    LOWEST("minReplicas", 1, "minReplicaCount", 0),
    HIGHEST("maxReplicas", 1, "maxReplicaCount", 100);

    private final String ofHpa;
    private final long usualOfHpa;
    private final String ofScaledObject;
    private final long usualOfScaledObject;

    Bound(String ofHpa, long usualOfHpa, String ofScaledObject, long usualOfScaledObject) {
      this.ofHpa = ofHpa;
      this.usualOfHpa = usualOfHpa;
      this.ofScaledObject = ofScaledObject;
      this.usualOfScaledObject = usualOfScaledObject;
    }

    private long of(InputObject autoscaler) {
      Node spec = autoscaler.resource().at("spec");
      return autoscaler.kind().equals(HPA)
          ? spec.get(ofHpa).longOr(usualOfHpa)
          : spec.get(ofScaledObject).longOr(usualOfScaledObject);
    }
  }
}
