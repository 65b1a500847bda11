package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values that stand in several places of an object, and of which kustomize has but one: a label that
 * it has put into metadata, selector and template. What changes it in one of them, a label of an
 * overlay, a patch or a replacement, changes it in all. A JSON patch ends that.
 */
final class SharedValues {

  private final Set<Node> values = Collections.newSetFromMap(new IdentityHashMap<>());

  Node added(Node value) {
    values.add(value);
    return value;
  }

  void addAll(SharedValues others) {
    values.addAll(others.values);
  }

  void clear() {
    values.clear();
  }

  /** {@code after}, with what has changed of a shared value since {@code before} in all its places. */
  Mapping followed(Mapping before, Mapping after) {
    if (values.isEmpty()) {
      return after;
    }
    Map<Node, Node> changes = new IdentityHashMap<>();
    collect(before, after, changes);
    values.addAll(changes.values());
    return !changes.isEmpty() && with(before, after, changes) instanceof Mapping all ? all : after;
  }

  private void collect(Node before, Node after, Map<Node, Node> changes) {
    if (before == after) {
      return;
    }
    if (before instanceof Scalar && after instanceof Scalar && values.contains(before)) {
      changes.put(before, after);
    }
    for (Mapping.Entry entry : after.entries()) {
      collect(before.get(entry.key()), entry.value(), changes);
    }
    if (before.size() == after.size()) {
      for (int i = 0; i < after.items().size(); i++) {
        collect(before.get(i), after.get(i), changes);
      }
    }
  }

  private static Node with(Node before, Node after, Map<Node, Node> changes) {
    if (after instanceof Mapping mapping && before.isMapping()) {
      List<Mapping.Entry> entries = new ArrayList<>(mapping.size());
      for (Mapping.Entry entry : mapping.entries()) {
        Node value = with(before.get(entry.key()), entry.value(), changes);
        entries.add(new Mapping.Entry(entry.key(), entry.keySpan(), value));
      }
      return new Mapping(entries, mapping.span());
    }
    if (after instanceof Sequence list && before.isSequence() && before.size() == list.size()) {
      List<Node> items = new ArrayList<>(list.size());
      for (int i = 0; i < list.size(); i++) {
        items.add(with(before.get(i), list.get(i), changes));
      }
      return new Sequence(items, list.span());
    }
    return after instanceof Scalar ? changes.getOrDefault(before, after) : after;
  }
}
