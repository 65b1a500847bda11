package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a VerticalPodAutoscaler sets. */
final class VerticalScaling {

  private static final Set<String> ALL = Set.of("cpu", "memory");
  private static final String OFF = "Off";

  private VerticalScaling() {}

  /** The resources whose requests it changes; none while it only recommends. */
  static Set<String> resources(InputObject autoscaler) {
    Node spec = autoscaler.resource().at("spec");
    if (spec.at("updatePolicy", "updateMode").text().equals(OFF)) {
      return Set.of();
    }
    List<Node> policies = spec.at("resourcePolicy", "containerPolicies").items();
    Set<String> resources = new HashSet<>(policies.isEmpty() ? ALL : Set.of());
    for (Node policy : policies) {
      Node controlled = policy.get("controlledResources");
      if (!policy.get("mode").text().equals(OFF)) {
        controlled.items().forEach(resource -> resources.add(resource.text()));
        resources.addAll(controlled.isAbsent() ? ALL : Set.of());
      }
    }
    return resources;
  }
}
