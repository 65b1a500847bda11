package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Services whose requests go to pods of several workloads by turns. */
final class ServiceSelectsSeveralWorkloads implements RelationCheck {

  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

  @Override
  public List<Finding> check(InputObject service, RelationContext context) {
    ResourceGraph graph = context.graph();
    LabelSelector selector = PodSelectors.of(service).orElse(LabelSelector.NOTHING);
    List<PodTemplate> selected = graph
        .templatesMatching(selector, graph.namespaceOf(service))
        .filter(pods -> !pods.path().isRoot() && !pods.owner().isControlled())
        .toList();
    if (selected.size() < 2
        || service.resource().at("spec", "type").text().equals("ExternalName")) {
      return List.of();
    }
    List<PodTemplate> staying =
        selected.stream().filter(PodTemplate::isLongRunning).toList();
    List<PodTemplate> ending =
        selected.stream().filter(pods -> !pods.isLongRunning()).toList();
    if (!staying.isEmpty() && !ending.isEmpty()) {
      return List.of(
          finding(service, staying.get(0), ending.get(0)).withSeverity(Severity.WARNING));
    }
    return staying.size() < 2 || areVariants(staying, context.texts("variants"))
        ? List.of()
        : List.of(finding(service, staying.get(0), staying.get(1)));
  }

  /** Whether they are one application in several editions: the rest of their labels is the same. */
  private static boolean areVariants(List<PodTemplate> pods, List<String> variants) {
    return pods.stream().map(one -> without(one.labels(), variants)).distinct().count() == 1
        && pods.stream().map(PodTemplate::labels).distinct().count() == pods.size();
  }

  private static Map<String, String> without(Map<String, String> labels, List<String> keys) {
    Map<String, String> rest = new HashMap<>(labels);
    rest.keySet().removeAll(keys);
    return rest;
  }

  private static Finding finding(InputObject service, PodTemplate one, PodTemplate other) {
    return Finding.at(
            service,
            SELECTOR,
            "requests go to the pods of " + named(one) + " and of " + named(other))
        .related(one.owner(), labels(one), "selected")
        .related(other.owner(), labels(other), "selected, too");
  }

  private static FieldPath labels(PodTemplate pods) {
    return pods.path().child("metadata").child("labels");
  }

  private static String named(PodTemplate pods) {
    return pods.owner().kind().kind() + " " + pods.owner().name();
  }
}
