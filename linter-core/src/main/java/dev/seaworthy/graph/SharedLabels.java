package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Pods that have some labels of a selector that does not select them.
 *
 * @param template the first such pods; where there are any that lack the others, those
 * @param lacking the keys of the selector that they have not at all; empty where another value is there
 */
public record SharedLabels(PodTemplate template, List<String> lacking) {

  public SharedLabels {
    lacking = List.copyOf(lacking);
  }

  /** Such pods of the namespace. */
  public static Optional<SharedLabels> of(
      LabelSelector selector, String namespace, ResourceGraph graph) {
    List<SharedLabels> all = graph.seen().stream()
        .map(unit -> unit.pods().in(namespace).byLabels())
        .flatMap(pods -> selector.equalities().entrySet().stream()
            .flatMap(label -> pods.with(label.getKey(), label.getValue()).stream()))
        .map(LabelIndex.Entry::item)
        .distinct()
        .map(template -> of(selector, template))
        .toList();
    return all.stream()
        .filter(shared -> !shared.lacking().isEmpty())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static SharedLabels of(LabelSelector selector, PodTemplate template) {
    Map<String, String> labels = template.labels();
    List<String> missed = selector.equalities().entrySet().stream()
        .filter(label -> !label.getValue().equals(labels.get(label.getKey())))
        .map(Map.Entry::getKey)
        .toList();
    boolean hasOthers = missed.stream().anyMatch(labels::containsKey);
    return new SharedLabels(template, hasOthers ? List.of() : missed);
  }
}
