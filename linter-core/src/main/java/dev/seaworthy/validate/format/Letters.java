package dev.seaworthy.validate.format;

import java.nio.charset.StandardCharsets;

/** Which characters a name is made of. */
final class Letters {

  private Letters() {}

  static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLowerOrDigit(char c) {
    return isLower(c) || isDigit(c);
  }

  static boolean isLetter(char c) {
    return isLower(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || isDigit(c);
  }

  /** How many bytes {@code text} takes in UTF-8, which is what Go's {@code len} counts. */
  static int bytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return text.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return text.length();
  }
}
