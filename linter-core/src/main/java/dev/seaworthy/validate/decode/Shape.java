package dev.seaworthy.validate.decode;

import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Node;
import java.util.Optional;

/** Whether a value looks like one of a type, at first sight. */
final class Shape {

  private Shape() {}

  /** Whether {@code node} could have been written for {@code type}; nothing fits everything. */
  static boolean fits(Type type, Node node) {
    if (node.isAbsent() || type instanceof Type.Anything) {
      return true;
    }
    if (type instanceof Type.Struct || type instanceof Type.MapOf) {
      return node.isMapping();
    }
    if (type instanceof Type.ListOf) {
      return node.isSequence();
    }
    return Scalars.read(type, node).problem() == null
        || MeantValue.of(type, node).isPresent();
  }

  /** The struct that a field holds, or that the items of its list are. */
  static Optional<Type.Struct> structIn(Type type) {
    if (type instanceof Type.ListOf list) {
      return structIn(list.item());
    }
    return type instanceof Type.Struct struct ? Optional.of(struct) : Optional.empty();
  }

  /** A type's name without its group, as people know it. */
  static String nameOf(Type.Struct struct) {
    return struct.name().substring(struct.name().lastIndexOf('.') + 1);
  }
}
