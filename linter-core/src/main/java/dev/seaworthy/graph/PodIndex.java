package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The pods of all namespaces. */
final class PodIndex {

  private static final NamespacePods NONE = new NamespacePods();

  private final Map<String, NamespacePods> byNamespace = new TreeMap<>();

  /** Asked only for selectors that select nothing in their own namespace. */
  private final Lazy<LabelIndex<Placed>> everywhere = new Lazy<>(this::allIndexed);

  /** A template and the namespace of its pods. */
  record Placed(String namespace, PodTemplate template) {}

  NamespacePods ofNamespace(String namespace) {
    return byNamespace.computeIfAbsent(namespace, n -> new NamespacePods());
  }

  Set<String> namespaces() {
    return byNamespace.keySet();
  }

  NamespacePods in(String namespace) {
    return byNamespace.getOrDefault(namespace, NONE);
  }

  /** The first match outside {@code namespace}, by the other namespaces' alphabetical order. */
  Optional<Placed> outside(String namespace, LabelSelector selector) {
    return everywhere
        .get()
        .matching(selector)
        .filter(placed -> !placed.namespace().equals(namespace))
        .findFirst();
  }

  /** Whether {@code selector} selects any of them. */
  boolean hasAny(LabelSelector selector) {
    return everywhere.get().first(selector).isPresent();
  }

  private LabelIndex<Placed> allIndexed() {
    LabelIndex<Placed> index = new LabelIndex<>(placed -> placed.template().labels());
    int order = 0;
    for (Map.Entry<String, NamespacePods> entry : byNamespace.entrySet()) {
      for (PodTemplate template : entry.getValue().templates()) {
        index.add(new Placed(entry.getKey(), template), order++);
      }
    }
    return index;
  }
}
