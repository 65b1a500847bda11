package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a HorizontalPodAutoscaler or a ScaledObject goes by. */
final class HorizontalScaling {

  private HorizontalScaling() {}

  /** The resources of pods that it measures. */
  static Set<String> resources(InputObject autoscaler) {
    Set<String> resources = new HashSet<>();
    if (autoscaler.kind().kind().equals("ScaledObject")) {
      autoscaler
          .at(FieldPath.of("spec", "triggers"))
          .items()
          .forEach(trigger -> resources.add(trigger.get("type").text()));
      return resources;
    }
    List<Node> metrics = autoscaler.at(FieldPath.of("spec", "metrics")).items();
    if (metrics.isEmpty()) {
      return Set.of("cpu");
    }
    for (Node metric : metrics) {
      resources.add(metric.at("resource", "name").text());
      resources.add(metric.at("containerResource", "name").text());
    }
    return resources;
  }
}
