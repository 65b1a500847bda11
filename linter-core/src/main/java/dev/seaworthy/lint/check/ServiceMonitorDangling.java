package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.NamespaceChoice;
import dev.seaworthy.graph.OperatedPods;
import dev.seaworthy.graph.OperatorLabels;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Monitors that find nothing to ask for numbers. */
final class ServiceMonitorDangling implements RelationCheck {

  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

  @Override
  public List<Finding> check(InputObject monitor, RelationContext context) {
    ResourceGraph graph = context.graph();
    MonitorSelection selection = MonitorSelection.of(monitor, graph);
    boolean asksAll = selection.selector().isAbsent() || selection.selector().isEmpty();
    if (asksAll || selection.findsAnything(graph) || graph.mayHaveUnreadablePods("")) {
      return List.of();
    }
    Optional<InputObject> elsewhere = elsewhere(selection, graph);
    if (elsewhere.isEmpty() && isOfOperator(selection.selector(), graph)) {
      return List.of();
    }
    return elsewhere.isPresent() && !context.world().isOpen() || isTold(selection, context)
        ? List.of(finding(monitor, selection, elsewhere))
        : List.of();
  }

  /** An operator makes Services for its pods, and labels them alike. */
  private static boolean isOfOperator(LabelSelector selector, ResourceGraph graph) {
    return OperatorLabels.areIn(selector, graph) || OperatedPods.mayBeMeantBy(selector, graph);
  }

  /** In a closed world, or where one of the namespaces has what is looked for, but not this. */
  private static boolean isTold(MonitorSelection selection, RelationContext context) {
    Collection<String> names = selection.namespaces().any()
        ? context.graph().namespaces()
        : selection.namespaces().names();
    return context.world().isClosed()
        || !context.world().isOpen()
            && names.stream()
                .filter(namespace -> !context.graph().isOfPlatform(namespace))
                .anyMatch(namespace -> selection.ofPods()
                    ? context.graph().pods().hasPods(namespace)
                    : context.graph().hasAny(PodSelectors.SERVICE, namespace));
  }

  private static Optional<InputObject> elsewhere(MonitorSelection selection, ResourceGraph graph) {
    return selection.ofPods()
        ? graph
            .pods()
            .templatesMatching(selection.selector(), NamespaceChoice.ANY)
            .map(pods -> pods.owner())
            .findFirst()
        : graph.pods().servicesMatching(selection.selector(), NamespaceChoice.ANY).stream()
            .findFirst();
  }

  private static Finding finding(
      InputObject monitor, MonitorSelection selection, Optional<InputObject> elsewhere) {
    String message = "no " + (selection.ofPods() ? "pods" : "Service")
        + " of the input has the labels " + selection.selector();
    return elsewhere
        .map(other -> Finding.at(
                monitor, SELECTOR, message + "; " + other + " is in another namespace")
            .related(other, FieldPath.of("metadata", "name"), "has these labels"))
        .orElseGet(() -> Finding.at(monitor, SELECTOR, message));
  }
}
