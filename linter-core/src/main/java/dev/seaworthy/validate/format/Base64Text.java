package dev.seaworthy.validate.format;

import java.util.Base64;

/** Bytes in the standard base64 alphabet, padded, as Go's decoder takes them. */
public final class Base64Text {

  private Base64Text() {}

  /** Whether {@code text} decodes; line breaks in it are skipped. */
  public static boolean isValid(String text) {
    int letters = 0;
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        continue;
      }
      if (c == '=') {
        padding++;
      } else if (padding > 0 || !(Letters.isAlphanumeric(c) || c == '+' || c == '/')) {
        return false;
      } else {
        letters++;
      }
    }
    return (letters + padding) % 4 == 0 && padding <= 2 && (padding == 0 || letters % 4 >= 2);
  }

  /** A valid text as Go writes its bytes: without line breaks, and no bits where none count. */
  public static String canonical(String text) {
    boolean isPlain = !text.endsWith("=") && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
    return isPlain
        ? text
        : Base64.getEncoder().encodeToString(Base64.getMimeDecoder().decode(text));
  }

  /** How many bytes a valid text stands for. */
  public static int size(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r' && c != '=') {
        letters++;
      }
    }
    return (int) (letters * 3L / 4);
  }
}
