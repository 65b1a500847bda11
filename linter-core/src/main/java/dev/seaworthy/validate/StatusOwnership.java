package dev.seaworthy.validate;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.Optional;

/**
 * Who writes the status of an object: it is a subresource, so writes of the object keep it, and what
 * a client sends along is dropped. A node brings its own when it registers itself.
 */
final class StatusOwnership {

  private static final String STATUS = "status";
  private static final GroupKind NODE = GroupKind.of("", "Node");

  private StatusOwnership() {}

  /** The type of the status of a kind that is stored; empty if it has none. */
  static Optional<Type.Struct> typeOf(ResourceType type) {
    return MetaRule.of(type.gvk().groupKind()).stored()
        ? type.struct().field(STATUS).map(Field::type).flatMap(StatusOwnership::struct)
        : Optional.empty();
  }

  private static Optional<Type.Struct> struct(Type type) {
    return type instanceof Type.Struct struct ? Optional.of(struct) : Optional.empty();
  }

  /** A new object as the server takes it. */
  static Mapping ofNew(ResourceType type, Mapping object) {
    boolean isServers = !type.gvk().groupKind().equals(NODE) && typeOf(type).isPresent();
    return isServers ? object.without(STATUS) : object;
  }

  /** A changed object with the status of the stored one. */
  static Mapping kept(ResourceType type, Mapping object, Node stored) {
    return typeOf(type).isPresent() ? copied(object, stored) : object;
  }

  /** {@code object} with the status of {@code other}. */
  static Mapping copied(Mapping object, Node other) {
    Node status = other.get(STATUS);
    return status.isAbsent() ? object.without(STATUS) : object.with(STATUS, status);
  }
}
