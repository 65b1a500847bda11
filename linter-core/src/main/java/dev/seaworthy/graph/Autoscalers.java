package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The autoscalers by what they scale. */
final class Autoscalers {

  private static final GroupKind HPA = GroupKind.of("autoscaling", "HorizontalPodAutoscaler");
  private static final GroupKind SCALED_OBJECT = GroupKind.of("keda.sh", "ScaledObject");

  private final Map<ObjectKey, List<InputObject>> byTarget = new HashMap<>();

  /** Takes {@code object} in if it is an autoscaler. */
  void add(InputObject object, InputGraph graph) {
    if (object.kind().equals(HPA) || object.kind().equals(SCALED_OBJECT)) {
      for (Reference target : graph.referencesOf(object)) {
        byTarget
            .computeIfAbsent(
                new ObjectKey(target.kind(), target.namespace(), target.name()),
                k -> new ArrayList<>(1))
            .add(object);
      }
    }
  }

  List<InputObject> of(ObjectKey workload) {
    return byTarget.getOrDefault(workload, List.of());
  }

  /** The fewest pods that {@code workload} is meant to have. */
  static long lowestReplicas(InputObject workload, List<InputObject> autoscalers) {
    if (autoscalers.isEmpty()) {
      return workload.at(FieldPath.of("spec", "replicas")).longOr(1);
    }
    InputObject autoscaler = autoscalers.get(0);
    boolean hpa = autoscaler.kind().equals(HPA);
    return autoscaler
        .at(FieldPath.of("spec", hpa ? "minReplicas" : "minReplicaCount"))
        .longOr(hpa ? 1 : 0);
  }
}
