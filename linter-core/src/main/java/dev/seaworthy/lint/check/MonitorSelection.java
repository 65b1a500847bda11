package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.NamespaceChoice;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Node;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a ServiceMonitor or PodMonitor looks for.
 *
 * @param ofPods whether pods are looked for, not Services
 */
record MonitorSelection(LabelSelector selector, NamespaceChoice namespaces, boolean ofPods) {

  static MonitorSelection of(InputObject monitor, ResourceGraph graph) {
    Node spec = monitor.resource().at("spec");
    return new MonitorSelection(
        LabelSelector.of(spec.get("selector")),
        namespaces(spec.get("namespaceSelector"), monitor, graph),
        monitor.kind().kind().equals("PodMonitor"));
  }

  private static NamespaceChoice namespaces(Node choice, InputObject monitor, ResourceGraph graph) {
    if (choice.get("any").isTrue()) {
      return NamespaceChoice.ANY;
    }
    Set<String> names = choice.get("matchNames").items().stream()
        .map(Node::text)
        .map(graph::namespace)
        .collect(Collectors.toSet());
    return NamespaceChoice.of(names.isEmpty() ? Set.of(graph.namespaceOf(monitor)) : names);
  }

  /**
   * Whether anything of the input, wherever it is, is found. What names no namespace is given one when
   * it is applied, and may go to where it is looked for.
   */
  boolean findsAnything(ResourceGraph graph) {
    return finds(namespaces, graph) || finds(NamespaceChoice.of(Set.of("")), graph);
  }

  private boolean finds(NamespaceChoice choice, ResourceGraph graph) {
    return ofPods
        ? graph.pods().templatesMatching(selector, choice).findFirst().isPresent()
            || choice.names().stream().anyMatch(n -> graph.pods().selectsAnywhere(selector, n))
        : graph.pods().hasServicesMatching(selector, choice);
  }
}
