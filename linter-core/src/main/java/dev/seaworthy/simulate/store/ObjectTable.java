package dev.seaworthy.simulate.store;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Objects with the indices that look-ups go through: by kind, by namespace, by label, by owner, by
 * node. Every list is in the order of creation.
 */
final class ObjectTable {

  private record Row(long order, Resource object, Set<Object> terms) {}

  private record OfKind(GroupKind kind) {}

  private record InNamespace(GroupKind kind, String namespace) {}

  private record Labelled(GroupKind kind, String namespace, String label, String value) {}

  private record OwnedBy(String uid) {}

  private record OnNode(String node) {}

  private final Map<ObjectKey, Row> rows = new HashMap<>();
  private final Map<Object, TreeMap<Long, Resource>> index = new HashMap<>();
  private long created;

  @Nullable
  Resource get(ObjectKey key) {
    Row row = rows.get(key);
    return row == null ? null : row.object();
  }

  void put(ObjectKey key, Resource object) {
    Row before = rows.get(key);
    Set<Object> terms = termsOf(key, object);
    long order = before == null ? created++ : before.order();
    if (before != null && !before.terms().equals(terms)) {
      remove(before, terms);
    }
    rows.put(key, new Row(order, object, terms));
    terms.forEach(term -> index.computeIfAbsent(term, t -> new TreeMap<>()).put(order, object));
  }

  void remove(ObjectKey key) {
    Row row = rows.remove(key);
    if (row != null) {
      remove(row, Set.of());
    }
  }

  private void remove(Row row, Set<Object> kept) {
    for (Object term : row.terms()) {
      if (!kept.contains(term)) {
        TreeMap<Long, Resource> bucket = index.get(term);
        if (bucket != null) {
          bucket.remove(row.order());
          if (bucket.isEmpty()) {
            index.remove(term);
          }
        }
      }
    }
  }

  /** The object's place in the order of creation, from 0. */
  Optional<Long> order(ObjectKey key) {
    return Optional.ofNullable(rows.get(key)).map(Row::order);
  }

  List<Resource> list(GroupKind kind) {
    return bucket(new OfKind(kind));
  }

  List<Resource> list(GroupKind kind, String namespace) {
    return bucket(new InNamespace(kind, namespace));
  }

  List<Resource> labelled(GroupKind kind, String namespace, String label, String value) {
    return bucket(new Labelled(kind, namespace, label, value));
  }

  List<Resource> ownedBy(String uid) {
    return bucket(new OwnedBy(uid));
  }

  List<Resource> podsOn(String node) {
    return bucket(new OnNode(node));
  }

  private List<Resource> bucket(Object term) {
    TreeMap<Long, Resource> bucket = index.get(term);
    return bucket == null ? List.of() : List.copyOf(bucket.values());
  }

  /** All objects; for what looks at everything by its nature, such as the deletion of a namespace. */
  Collection<Resource> all() {
    TreeMap<Long, Resource> all = new TreeMap<>();
    rows.values().forEach(row -> all.put(row.order(), row.object()));
    return all.values();
  }

  private static Set<Object> termsOf(ObjectKey key, Resource object) {
    Set<Object> terms = new HashSet<>();
    terms.add(new OfKind(key.kind()));
    terms.add(new InNamespace(key.kind(), key.namespace()));
    object
        .labels()
        .forEach(
            (label, value) -> terms.add(new Labelled(key.kind(), key.namespace(), label, value)));
    for (Node owner : object.at("metadata", "ownerReferences").items()) {
      terms.add(new OwnedBy(owner.get("uid").text()));
    }
    if (key.kind().equals(Kinds.POD)) {
      object.at("spec", "nodeName").asString().map(OnNode::new).ifPresent(terms::add);
    }
    return terms;
  }
}
