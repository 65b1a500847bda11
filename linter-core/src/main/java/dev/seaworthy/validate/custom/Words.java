package dev.seaworthy.validate.custom;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.NodeWords;

/** Values in words. */
final class Words {

  private static final int LONGEST = 60;

  private Words() {}

  /** The value itself, if it is short. */
  static String quoted(Node value) {
    String text = value.isString() ? "'" + value.text() + "'" : value.toJson();
    return text.length() <= LONGEST ? text : NodeWords.of(value);
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
