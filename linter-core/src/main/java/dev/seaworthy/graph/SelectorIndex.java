package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Services by the rarest label of their selector: whoever looks for the Services of a pod asks once
 * for each label of the pod, and hardly meets one that does not select it.
 */
final class SelectorIndex {

  private record Label(String namespace, String key, String value) {}

  private record Entry(InputObject service, String namespace, LabelSelector selector, int order) {}

  private record Pods(String namespace, Map<String, String> labels) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> perNamespace = new HashMap<>();
  private final Map<Label, Integer> frequency = new HashMap<>();
  private final Lazy<Map<Label, List<Entry>>> byRarestLabel = new Lazy<>(this::filed);

  /** Pods of the same labels have the same Services, so that these are gathered once. */
  private final Map<Pods, List<InputObject>> answers = new ConcurrentHashMap<>();

  void add(String namespace, InputObject service) {
    LabelSelector selector = LabelSelector.ofLabels(service.resource().strings("spec", "selector"));
    selector
        .equalities()
        .forEach(
            (key, value) -> frequency.merge(new Label(namespace, key, value), 1, Integer::sum));
    perNamespace.merge(namespace, 1, Integer::sum);
    entries.add(new Entry(service, namespace, selector, entries.size()));
  }

  private Map<Label, List<Entry>> filed() {
    Map<Label, List<Entry>> filed = new HashMap<>();
    for (Entry entry : entries) {
      entry.selector().equalities().entrySet().stream()
          .map(label -> new Label(entry.namespace(), label.getKey(), label.getValue()))
          .min(Comparator.comparingInt(label -> frequency.getOrDefault(label, 0)))
          .ifPresent(
              rarest -> filed.computeIfAbsent(rarest, l -> new ArrayList<>(1)).add(entry));
    }
    return filed;
  }

  long count(String namespace) {
    return perNamespace.getOrDefault(namespace, 0);
  }

  List<InputObject> selecting(String namespace, Map<String, String> labels) {
    return answers.computeIfAbsent(new Pods(namespace, labels), this::find);
  }

  /** In the order of the pods' labels that the selectors begin with, then in the order read. */
  private List<InputObject> find(Pods pods) {
    List<String> keys = List.copyOf(pods.labels().keySet());
    List<Entry> found = new ArrayList<>();
    pods.labels()
        .forEach((key, value) ->
            byRarestLabel
                .get()
                .getOrDefault(new Label(pods.namespace(), key, value), List.of())
                .stream()
                .filter(entry -> entry.selector().matches(pods.labels()))
                .forEach(found::add));
    if (found.size() > 1) {
      found.sort(Comparator.comparingInt((Entry entry) -> keys.indexOf(firstKey(entry)))
          .thenComparingInt(Entry::order));
    }
    return found.stream().map(Entry::service).toList();
  }

  private static String firstKey(Entry entry) {
    return entry.selector().equalities().keySet().iterator().next();
  }
}
