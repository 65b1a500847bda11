package dev.seaworthy.lint;

import dev.seaworthy.api.Release;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;

/**
 * What containers of a pod get of CPU, memory and the like: what they write themselves, what the pod
 * writes for all of them, what a LimitRange of their namespace gives. The server takes a limit for
 * the request where that is missing.
 */
record EffectiveResources(Node podSpec, String namespace, ResourceGraph graph, Release release) {

  /** From here on a pod may write resources for all of its containers, without a feature gate. */
  private static final Release OF_THE_POD_SINCE = new Release(34);

  /** What {@code container} asks for; absent if nobody says. */
  Node request(Node container, String resource) {
    return first(
        container.at("resources", "requests", resource),
        container.at("resources", "limits", resource),
        ofPod("requests", resource),
        ofPod("limits", resource),
        graph.containerDefault(namespace, "defaultRequest", resource),
        graph.containerDefault(namespace, "default", resource));
  }

  /** What {@code container} gets at most; absent if nobody says. */
  Node limit(Node container, String resource) {
    return first(
        container.at("resources", "limits", resource),
        ofPod("limits", resource),
        graph.containerDefault(namespace, "default", resource));
  }

  private Node ofPod(String field, String resource) {
    Node resources =
        release.isAtLeast(OF_THE_POD_SINCE) ? podSpec.get("resources") : Absent.INSTANCE;
    return resources.at(field, resource);
  }

  private static Node first(Node... amounts) {
    for (Node amount : amounts) {
      if (amount.isPresent()) {
        return amount;
      }
    }
    return Absent.INSTANCE;
  }
}
