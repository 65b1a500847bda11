package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;

/** What a container asks for, or may use, once the server has filled in what it leaves out. */
final class EffectiveRequest {

  private EffectiveRequest() {}

  /** The request: a limit alone is one, too; else what a LimitRange gives; else the pod's own. */
  static Node request(Container container, PodTemplate pods, String resource, ResourceGraph graph) {
    Node resources = container.node().get("resources");
    String namespace = graph.namespaceOf(pods.owner());
    return first(
        resources.at("requests", resource),
        resources.at("limits", resource),
        graph.containerDefault(namespace, "defaultRequest", resource),
        graph.containerDefault(namespace, "default", resource),
        ofPod(pods, "requests", resource),
        ofPod(pods, "limits", resource));
  }

  /** The limit: else what a LimitRange gives; else the pod's own. */
  static Node limit(Container container, PodTemplate pods, String resource, ResourceGraph graph) {
    return first(
        container.node().at("resources", "limits", resource),
        graph.containerDefault(graph.namespaceOf(pods.owner()), "default", resource),
        ofPod(pods, "limits", resource));
  }

  private static Node ofPod(PodTemplate pods, String field, String resource) {
    return pods.spec().at("resources", field, resource);
  }

  private static Node first(Node... candidates) {
    for (Node candidate : candidates) {
      if (candidate.isPresent()) {
        return candidate;
      }
    }
    return Absent.INSTANCE;
  }
}
