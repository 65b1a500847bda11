package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects with a selector, by the rarest label that it asks for: whoever looks for those that select
 * a pod asks once for each label of the pod, and hardly meets one that does not select it. Selectors
 * that ask for no label of one value are few, and are all asked.
 */
final class SelectorIndex {

  private record Label(String namespace, String key, String value) {

    // By hand, here and below: what Java makes for records is slow until it is optimized.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Label label
          && value.equals(label.value)
          && key.equals(label.key)
          && namespace.equals(label.namespace);
    }

    @Override
    public int hashCode() {
      return (namespace.hashCode() * 31 + key.hashCode()) * 31 + value.hashCode();
    }
  }

  private record Entry(InputObject object, String namespace, LabelSelector selector, int order) {}

  private record Pods(String namespace, Map<String, String> labels) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Pods pods
          && namespace.equals(pods.namespace)
          && labels.equals(pods.labels);
    }

    @Override
    public int hashCode() {
      return namespace.hashCode() * 31 + labels.hashCode();
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, Integer> perNamespace = new HashMap<>();
  private final Map<Label, Integer> frequency = new HashMap<>();
  private final Map<String, List<Entry>> withoutLabel = new HashMap<>();
  private final Lazy<Map<Label, List<Entry>>> byRarestLabel = new Lazy<>(this::filed);

  /** Pods of the same labels are selected by the same objects, so that these are gathered once. */
  private final Map<Pods, List<InputObject>> answers = new ConcurrentHashMap<>();

  private final Map<Pods, List<InputObject>> firsts = new ConcurrentHashMap<>();

  /** Takes in an object whose {@code selector} is about pods of {@code namespace}. */
  void add(String namespace, InputObject object, LabelSelector selector) {
    perNamespace.merge(namespace, 1, Integer::sum);
    if (selector.isAbsent()) {
      return;
    }
    Entry entry = new Entry(object, namespace, selector, entries.size());
    entries.add(entry);
    if (selector.equalities().isEmpty()) {
      withoutLabel.computeIfAbsent(namespace, n -> new ArrayList<>(1)).add(entry);
    }
    selector
        .equalities()
        .forEach(
            (key, value) -> frequency.merge(new Label(namespace, key, value), 1, Integer::sum));
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

  /** How many of the namespace there are, with and without a selector. */
  long count(String namespace) {
    return perNamespace.getOrDefault(namespace, 0);
  }

  /** Those that select pods of the namespace with {@code labels}. */
  List<InputObject> selecting(String namespace, Map<String, String> labels) {
    return entries.isEmpty()
        ? List.of()
        : answers.computeIfAbsent(new Pods(namespace, labels), this::find);
  }

  /** Of these the first of each name: copies say nothing new to who looks for another object. */
  List<InputObject> firstsSelecting(String namespace, Map<String, String> labels) {
    return entries.isEmpty()
        ? List.of()
        : firsts.computeIfAbsent(
            new Pods(namespace, labels),
            pods -> FirstOfEach.name(selecting(namespace, labels).stream()));
  }

  /** In the order of the pods' labels that the selectors begin with, then in the order read. */
  private List<InputObject> find(Pods pods) {
    List<String> keys = List.copyOf(pods.labels().keySet());
    List<Entry> found = new ArrayList<>();
    pods.labels()
        .forEach((key, value) -> collect(
            byRarestLabel.get().getOrDefault(new Label(pods.namespace(), key, value), List.of()),
            pods,
            found));
    collect(withoutLabel.getOrDefault(pods.namespace(), List.of()), pods, found);
    if (found.size() > 1) {
      found.sort(Comparator.comparingInt((Entry entry) -> rank(entry, keys))
          .thenComparingInt(Entry::order));
    }
    return found.stream().map(Entry::object).toList();
  }

  private static void collect(List<Entry> candidates, Pods pods, List<Entry> found) {
    for (Entry entry : candidates) {
      if (entry.selector().matches(pods.labels())) {
        found.add(entry);
      }
    }
  }

  private static int rank(Entry entry, List<String> keys) {
    Map<String, String> labels = entry.selector().equalities();
    return labels.isEmpty()
        ? keys.size()
        : keys.indexOf(labels.keySet().iterator().next());
  }
}
