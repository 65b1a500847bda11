package dev.seaworthy.validate.custom;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;

/** Values in words. */
final class Words {

  private static final int LONGEST = 60;

  private Words() {}

  /** The value itself, if it is short. */
  static String quoted(Node value) {
    String text = value.isString() ? "'" + value.text() + "'" : value.toJson();
    return text.length() <= LONGEST ? text : kind(value);
  }

  /** What kind of value it is. */
  static String kind(Node value) {
    if (value instanceof Mapping) {
      return "a mapping";
    }
    if (value instanceof Sequence) {
      return "a list";
    }
    if (value instanceof Scalar scalar) {
      return switch (scalar.kind()) {
        case STRING -> "text";
        case INTEGER, FLOAT -> "the number " + scalar.value();
        case BOOLEAN -> "the truth value " + scalar.value();
        case NULL -> "null";
      };
    }
    return "missing";
  }

  /** A schema's type in words. */
  static String type(String type) {
    return switch (type) {
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      case "array" -> "a list";
      case "object" -> "a mapping";
      default -> type;
    };
  }
}
