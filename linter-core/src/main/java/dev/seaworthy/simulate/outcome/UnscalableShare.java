package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Selectors;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Optional;

/**
 * A metric of an autoscaler that can never be read: a share of what containers ask for, of which one
 * asks for nothing. Whatever the pods use, it does not scale by it.
 *
 * @param metric where the metric stands
 * @param container the one that asks for none of {@code resource}
 */
record UnscalableShare(FieldPath metric, String resource, String container) {

  private static final FieldPath METRICS = FieldPath.of("spec", "metrics");

  /** The first one; empty where each metric can be read, or the target has no pods. */
  static Optional<UnscalableShare> of(Resource autoscaler, Scene scene) {
    List<Resource> pods = podsOf(autoscaler, scene);
    List<Node> metrics = METRICS.resolve(autoscaler.root()).items();
    for (int i = 0; i < metrics.size(); i++) {
      Node metric = metrics.get(i);
      Node source = metric.get("resource");
      boolean isShare = metric.get("type").text().equals("Resource")
          && source.at("target", "type").text().equals("Utilization");
      String resource = source.get("name").text();
      Optional<String> container = isShare
          ? pods.stream().findFirst().flatMap(pod -> without(resource, pod))
          : Optional.empty();
      if (container.isPresent()) {
        return Optional.of(new UnscalableShare(METRICS.index(i), resource, container.get()));
      }
    }
    return Optional.empty();
  }

  private static List<Resource> podsOf(Resource autoscaler, Scene scene) {
    Node target = autoscaler.at("spec", "scaleTargetRef");
    GroupKind kind = GroupVersionKind.of(
            target.get("apiVersion").text(), target.get("kind").text())
        .groupKind();
    return scene
        .view()
        .get(kind, autoscaler.namespace(), target.get("name").text())
        .map(workload ->
            scene.view().select(Kinds.POD, workload.namespace(), Selectors.of(workload)))
        .orElse(List.of());
  }

  /** The container that asks for none of it; what a pod asks for as a whole does for all. */
  private static Optional<String> without(String resource, Resource pod) {
    boolean asksAsAWhole = pod.at("spec", "resources", "requests", resource).isPresent();
    return asksAsAWhole || new Pod(pod).isBeingDeleted()
        ? Optional.empty()
        : pod.at("spec", "containers").items().stream()
            .filter(container -> container.at("resources", "requests", resource).isAbsent())
            .map(container -> container.get("name").text())
            .findFirst();
  }
}
