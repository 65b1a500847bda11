package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.api.selector.Requirement;
import dev.seaworthy.diagnostic.NameIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Things with labels, to be asked which of them a selector selects. Only those are looked at that
 * have the rarest of the labels asked for. Filled by one thread, then asked by any.
 */
final class LabelIndex<T> {

  /** A thing with its place among all; earlier ones come first in every answer. */
  record Entry<T>(T item, int order) {}

  private final Function<T, Map<String, String>> labels;
  private final List<Entry<T>> all = new ArrayList<>();
  private final Map<String, Map<String, List<Entry<T>>>> byLabel = new HashMap<>();
  private final Map<String, NameIndex> nearValues = new ConcurrentHashMap<>();
  private final Map<String, NameIndex> nearKeys = new ConcurrentHashMap<>();
  private final Lazy<Map<String, Set<String>>> keysByValue = new Lazy<>(this::keysByValue);

  LabelIndex(Function<T, Map<String, String>> labels) {
    this.labels = labels;
  }

  void add(T item, int order) {
    Entry<T> entry = new Entry<>(item, order);
    all.add(entry);
    labels
        .apply(item)
        .forEach((key, value) -> byLabel
            .computeIfAbsent(key, k -> new LinkedHashMap<>())
            .computeIfAbsent(value, v -> new ArrayList<>(1))
            .add(entry));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** What {@code selector} selects, in order; looked for only as far as the stream is read. */
  Stream<T> matching(LabelSelector selector) {
    return entriesMatching(selector).map(Entry::item);
  }

  Stream<Entry<T>> entriesMatching(LabelSelector selector) {
    return candidates(selector).stream()
        .filter(entry -> selector.matches(labels.apply(entry.item())));
  }

  /** The shortest list that holds all matches. */
  List<Entry<T>> candidates(LabelSelector selector) {
    if (selector.isAbsent()) {
      return List.of();
    }
    List<Entry<T>> shortest = all;
    for (Map.Entry<String, String> label : selector.equalities().entrySet()) {
      List<Entry<T>> some = with(label.getKey(), label.getValue());
      shortest = some.size() < shortest.size() ? some : shortest;
    }
    boolean unlimited = shortest.size() == all.size();
    return unlimited && !selector.requirements().isEmpty()
        ? candidates(selector.requirements())
        : shortest;
  }

  private List<Entry<T>> candidates(List<Requirement> requirements) {
    for (Requirement requirement : requirements) {
      switch (requirement.operator()) {
        case IN -> {
          return inOrder(
              requirement.values().stream().map(value -> with(requirement.key(), value)));
        }
        case EXISTS -> {
          return inOrder(byLabel.getOrDefault(requirement.key(), Map.of()).values().stream());
        }
        default -> {}
      }
    }
    return all;
  }

  private List<Entry<T>> inOrder(Stream<List<Entry<T>>> lists) {
    return lists
        .flatMap(List::stream)
        .sorted(Comparator.comparingInt(Entry::order))
        .toList();
  }

  List<Entry<T>> with(String key, String value) {
    return byLabel.getOrDefault(key, Map.of()).getOrDefault(value, List.of());
  }

  /** Values of the label {@code key} that {@code value} may be a slip for, the nearest first. */
  List<String> nearValues(String key, String value, int most) {
    return nearValues
        .computeIfAbsent(
            key, k -> NameIndex.of(byLabel.getOrDefault(k, Map.of()).keySet()))
        .near(value, most);
  }

  /** Labels with that very value whose key {@code key} may be a slip for, the nearest first. */
  List<String> nearKeys(String key, String value, int most) {
    return nearKeys
        .computeIfAbsent(value, v -> NameIndex.of(keysByValue.get().getOrDefault(v, Set.of())))
        .near(key, most);
  }

  private Map<String, Set<String>> keysByValue() {
    Map<String, Set<String>> keys = new HashMap<>();
    byLabel.forEach((key, values) -> values
        .keySet()
        .forEach(
            value -> keys.computeIfAbsent(value, v -> new LinkedHashSet<>()).add(key)));
    return keys;
  }

  Optional<Entry<T>> first(LabelSelector selector) {
    return entriesMatching(selector).findFirst();
  }
}
