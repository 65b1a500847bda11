package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Services by one label of their selector: whoever looks for the Services of a pod asks once for each
 * label of the pod.
 */
final class SelectorIndex {

  private record Label(String namespace, String key, String value) {}

  private record Entry(InputObject service, LabelSelector selector) {}

  private final Map<Label, List<Entry>> byFirstLabel = new HashMap<>();

  void add(String namespace, InputObject service) {
    Map<String, String> labels = service.resource().strings("spec", "selector");
    labels.entrySet().stream()
        .findFirst()
        .ifPresent(first -> byFirstLabel
            .computeIfAbsent(
                new Label(namespace, first.getKey(), first.getValue()), l -> new ArrayList<>())
            .add(new Entry(service, LabelSelector.ofLabels(labels))));
  }

  List<InputObject> selecting(String namespace, Map<String, String> labels) {
    List<InputObject> services = new ArrayList<>();
    labels.forEach((key, value) -> {
      for (Entry entry : byFirstLabel.getOrDefault(new Label(namespace, key, value), List.of())) {
        if (entry.selector().matches(labels)) {
          services.add(entry.service());
        }
      }
    });
    return services;
  }
}
