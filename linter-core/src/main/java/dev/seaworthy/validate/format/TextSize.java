package dev.seaworthy.validate.format;

/** How long a text is for the API server. */
public final class TextSize {

  private TextSize() {}

  /** How many bytes {@code text} takes in UTF-8. */
  public static int bytes(String text) {
    return Letters.bytes(text);
  }
}
