package dev.seaworthy.validate.decode;

import dev.seaworthy.validate.format.GoCharacters;
import java.util.Locale;

/** Texts as Go writes them between quotes: what can't be seen by its number. Mirrors strconv.Quote. */
final class GoQuoting {

  private GoQuoting() {}

  /** {@code text} as it stands between the quotes. */
  static String inside(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (GoCharacters.isPrintable(c)) {
      out.appendCodePoint(c);
    } else if (c < 0x80) {
      out.append(String.format(Locale.ROOT, "\\x%02x", c));
    } else {
      out.append(String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c));
    }
  }
}
