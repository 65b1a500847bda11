package dev.seaworthy.validate.custom;

/** The formats of texts, for whoever asks by name. */
public final class TextFormats {

  private TextFormats() {}

  /** Whether {@code text} has a format that the server knows. */
  public static boolean matches(String format, String text) {
    return Formats.matches(format, text);
  }
}
