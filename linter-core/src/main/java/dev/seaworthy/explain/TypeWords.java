package dev.seaworthy.explain;

import dev.seaworthy.api.Type;
import java.util.Optional;

/** Types in words. */
final class TypeWords {

  private TypeWords() {}

  /** {@code list of Container}, {@code whole number} and the like. */
  public static String of(Type type) {
    if (type instanceof Type.Struct struct) {
      return shortName(struct);
    }
    if (type instanceof Type.ListOf list) {
      return "list of " + of(list.item());
    }
    if (type instanceof Type.MapOf map) {
      return "map of " + of(map.value());
    }
    if (type instanceof Type.Whole whole) {
      return "whole number" + (whole.bits() == 64 ? " (64 bits)" : "");
    }
    return simple(type);
  }

  private static String simple(Type type) {
    if (type instanceof Type.Text) {
      return "text";
    }
    if (type instanceof Type.Truth) {
      return "true or false";
    }
    if (type instanceof Type.Quantity) {
      return "quantity";
    }
    if (type instanceof Type.IntOrString) {
      return "number or text";
    }
    if (type instanceof Type.Time) {
      return "time";
    }
    if (type instanceof Type.Duration) {
      return "duration";
    }
    if (type instanceof Type.Bytes) {
      return "base64";
    }
    return type instanceof Type.Real ? "number" : "anything";
  }

  private static String shortName(Type.Struct struct) {
    return struct.name().substring(struct.name().lastIndexOf('.') + 1);
  }

  /** The struct whose fields a path goes on with: the type itself, or that of its items. */
  public static Optional<Type.Struct> structOf(Type type) {
    if (type instanceof Type.Struct struct) {
      return Optional.of(struct);
    }
    if (type instanceof Type.ListOf list) {
      return structOf(list.item());
    }
    return type instanceof Type.MapOf map ? structOf(map.value()) : Optional.empty();
  }
}
