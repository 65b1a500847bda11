package dev.seaworthy.simulate.store;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Selector;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a controller can see of the cluster. Answers come from indices; lists are in the order of
 * creation.
 */
public final class ClusterView {

  private final ObjectTable table;

  ClusterView(ObjectTable table) {
    this.table = table;
  }

  public Optional<Resource> get(ObjectKey key) {
    return Optional.ofNullable(table.get(key));
  }

  public Optional<Resource> get(GroupKind kind, String namespace, String name) {
    return get(new ObjectKey(kind, namespace, name));
  }

  public List<Resource> list(GroupKind kind) {
    return table.list(kind);
  }

  public List<Resource> list(GroupKind kind, String namespace) {
    return table.list(kind, namespace);
  }

  /** The objects that {@code selector} matches; a selector with an equality costs what it finds. */
  public List<Resource> select(GroupKind kind, String namespace, Selector selector) {
    Optional<Map.Entry<String, String>> equality = selector.anyEquality();
    List<Resource> candidates = equality.isPresent()
        ? table.labelled(
            kind, namespace, equality.get().getKey(), equality.get().getValue())
        : table.list(kind, namespace);
    return candidates.stream()
        .filter(object -> selector.matches(object.labels()))
        .toList();
  }

  /** The objects of any kind that name {@code uid} among their owners. */
  public List<Resource> ownedBy(String uid) {
    return table.ownedBy(uid);
  }

  /** The objects of {@code kind} that name {@code uid} among their owners. */
  public List<Resource> ownedBy(String uid, GroupKind kind) {
    return table.ownedBy(uid).stream()
        .filter(object -> object.groupKind().equals(kind))
        .toList();
  }

  /** The pods that are bound to {@code node}. */
  public List<Resource> podsOn(String node) {
    return table.podsOn(node);
  }

  /** The object's place in the order of creation; later objects have greater ones. */
  public Optional<Long> creationOrder(ObjectKey key) {
    return table.order(key);
  }

  /** Every object there is. */
  public Collection<Resource> all() {
    return table.all();
  }
}
