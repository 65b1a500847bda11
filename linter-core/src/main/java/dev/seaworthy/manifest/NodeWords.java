package dev.seaworthy.manifest;

/** Values in words. */
public final class NodeWords {

  private NodeWords() {}

  /** What a value is: {@code a list}, {@code the number 3} and the like. */
  public static String of(Node node) {
    if (node instanceof Mapping) {
      return "a mapping";
    }
    if (node instanceof Sequence) {
      return "a list";
    }
    if (node instanceof Scalar scalar) {
      return switch (scalar.kind()) {
        case STRING -> "text";
        case INTEGER, FLOAT -> "the number " + scalar.value();
        case BOOLEAN -> "the truth value " + scalar.value();
        case NULL -> "null";
      };
    }
    return "missing";
  }
}
