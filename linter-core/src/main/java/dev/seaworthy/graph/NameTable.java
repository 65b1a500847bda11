package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.diagnostic.NameIndex;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The names of all objects, with those that are brought into being. */
final class NameTable {

  private record Space(GroupKind kind, String namespace) {

    // By hand, here and below: what Java makes for records is put together at a first call, and a
    // start would wait for that.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Space space
          && namespace.equals(space.namespace)
          && kind.equals(space.kind);
    }

    @Override
    public int hashCode() {
      return namespace.hashCode() * 31 + kind.hashCode();
    }
  }

  private record Name(GroupKind kind, String name) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Name that && name.equals(that.name) && kind.equals(that.kind);
    }

    @Override
    public int hashCode() {
      return name.hashCode() * 31 + kind.hashCode();
    }
  }

  private final Map<Space, Set<String>> names = new HashMap<>();
  private final Map<Name, String> firstNamespace = new HashMap<>();
  private final Map<Space, NameIndex> indices = new ConcurrentHashMap<>();

  void add(ObjectKey key) {
    names
        .computeIfAbsent(new Space(key.kind(), key.namespace()), s -> new LinkedHashSet<>())
        .add(key.name());
    addMade(key);
  }

  /** What an operator makes for itself: it exists, but says nothing of what the input should have. */
  void addMade(ObjectKey key) {
    firstNamespace.merge(
        new Name(key.kind(), key.name()),
        key.namespace(),
        (one, other) -> one.compareTo(other) <= 0 ? one : other);
  }

  boolean hasAny(GroupKind kind, String namespace) {
    return names.containsKey(new Space(kind, namespace));
  }

  /** The first namespace, in alphabetical order, that has an object of the kind and name. */
  Optional<String> namespaceOf(GroupKind kind, String name) {
    return Optional.ofNullable(firstNamespace.get(new Name(kind, name)));
  }

  /** The name in the key's own namespace that the key's may be a slip for. */
  Optional<String> nearest(ObjectKey missing) {
    return index(missing).nearest(missing.name());
  }

  /** The same, if it is a single slip off. */
  Optional<String> oneSlipFrom(ObjectKey missing) {
    return index(missing).oneSlipFrom(missing.name());
  }

  private NameIndex index(ObjectKey missing) {
    Space space = new Space(missing.kind(), missing.namespace());
    return indices.computeIfAbsent(space, s -> NameIndex.of(names.getOrDefault(s, Set.of())));
  }
}
