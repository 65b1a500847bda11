package dev.seaworthy.validate.format;

/** What Go's package {@code unicode} says of characters. */
public final class GoCharacters {

  private GoCharacters() {}

  /** As {@code IsPrint}: letters, marks, numbers, punctuation, symbols, and the space. */
  public static boolean isPrintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> false;
      case Character.SPACE_SEPARATOR -> character == ' ';
      default -> true;
    };
  }
}
