package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pod templates by namespace and by each of their labels. */
final class LabelIndex {

  private record Label(String namespace, String key, String value) {}

  private final Map<String, List<PodTemplate>> byNamespace = new HashMap<>();
  private final Map<Label, List<PodTemplate>> byLabel = new HashMap<>();
  private final Map<String, List<Map<String, String>>> operatorPods = new HashMap<>();

  void add(String namespace, PodTemplate template) {
    byNamespace.computeIfAbsent(namespace, n -> new ArrayList<>()).add(template);
    template
        .labels()
        .forEach((key, value) -> byLabel
            .computeIfAbsent(new Label(namespace, key, value), l -> new ArrayList<>())
            .add(template));
  }

  void addOperatorPods(String namespace, Map<String, String> labels) {
    operatorPods.computeIfAbsent(namespace, n -> new ArrayList<>()).add(labels);
  }

  List<PodTemplate> in(String namespace) {
    return byNamespace.getOrDefault(namespace, List.of());
  }

  boolean hasAny(String namespace) {
    return byNamespace.containsKey(namespace) || operatorPods.containsKey(namespace);
  }

  List<PodTemplate> matching(LabelSelector selector, String namespace) {
    return candidates(selector, namespace).stream()
        .filter(template -> selector.matches(template.labels()))
        .toList();
  }

  /** The shortest list that holds all matches. */
  private List<PodTemplate> candidates(LabelSelector selector, String namespace) {
    List<PodTemplate> shortest = in(namespace);
    for (Map.Entry<String, String> label : selector.equalities().entrySet()) {
      List<PodTemplate> some =
          byLabel.getOrDefault(new Label(namespace, label.getKey(), label.getValue()), List.of());
      shortest = some.size() < shortest.size() ? some : shortest;
    }
    return shortest;
  }

  boolean operatorPodsMatch(LabelSelector selector, String namespace) {
    return operatorPods.getOrDefault(namespace, List.of()).stream().anyMatch(selector::matches);
  }
}
