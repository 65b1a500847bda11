package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ports that a monitor names and nothing that it finds has. */
final class ServiceMonitorPortUnknown implements RelationCheck {

  @Override
  public List<Finding> check(InputObject monitor, RelationContext context) {
    MonitorSelection selection = MonitorSelection.of(monitor, context.graph());
    Set<String> names = context.world().isClosed() || isWhole(monitor, selection, context.graph())
        ? portNames(selection, context.graph())
        : Set.of();
    FieldPath endpoints =
        FieldPath.of("spec", selection.ofPods() ? "podMetricsEndpoints" : "endpoints");
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < monitor.at(endpoints).size() && !names.isEmpty(); i++) {
      FieldPath place = endpoints.index(i).child("port");
      String port = monitor.at(place).text();
      if (!port.isEmpty() && !names.contains(port)) {
        String near = NearestName.to(port, names)
            .map(name -> "; there is '" + name + "'")
            .orElse(names.size() == 1 ? "; there is '" + names.iterator().next() + "'" : "");
        findings.add(Finding.at(
            monitor, place, "nothing that it selects has a port named '" + port + "'" + near));
      }
    }
    return findings;
  }

  /**
   * Whether the Services are applied with the monitor, or the pods behind them are here. Where others
   * make these, they make Services as well, and what is here is but one more; and so it is where all
   * that a namespace has is selected.
   */
  private static boolean isWhole(
      InputObject monitor, MonitorSelection selection, ResourceGraph graph) {
    return !selection.selector().isEmpty() && isKnown(monitor, selection, graph);
  }

  private static boolean isKnown(
      InputObject monitor, MonitorSelection selection, ResourceGraph graph) {
    return selection.ofPods()
        || graph.pods().servicesMatching(selection.selector(), selection.namespaces()).stream()
            .anyMatch(service -> graph.isSameUnit(monitor, service) || hasPods(service, graph));
  }

  private static boolean hasPods(InputObject service, ResourceGraph graph) {
    LabelSelector selector = LabelSelector.ofLabels(service.resource().strings("spec", "selector"));
    return selector.isEmpty()
        || graph.pods().selectsAnywhere(selector, graph.namespaceOf(service))
        || graph.pods().selectsInAnyNamespace(selector);
  }

  /** None where nothing is selected; an empty one stands for ports without a name. */
  private static Set<String> portNames(MonitorSelection selection, ResourceGraph graph) {
    Stream<Node> ports = selection.ofPods()
        ? graph
            .pods()
            .templatesMatching(selection.selector(), selection.namespaces())
            .flatMap(pods -> pods.containers().stream())
            .filter(Container::staysUp)
            .flatMap(container -> container.node().get("ports").items().stream())
        : graph.pods().servicesMatching(selection.selector(), selection.namespaces()).stream()
            .flatMap(service -> service.resource().at("spec", "ports").items().stream());
    return ports.map(port -> port.get("name").text()).collect(Collectors.toSet());
  }
}
