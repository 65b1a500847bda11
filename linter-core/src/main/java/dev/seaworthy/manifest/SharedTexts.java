package dev.seaworthy.manifest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that stand in many places, each kept once: keys above all. Of a text that takes the
 * place of another one there may be a second copy; nothing but memory depends on it. Safe for use by
 * several threads, since texts are immutable.
 */
final class SharedTexts {

  private static final int PLACES = 1 << 13;
  private static final int LONGEST = 48;

  private final @Nullable String[] texts = new @Nullable String[PLACES];

  /** The text of UTF-8 from {@code from} to {@code to}. */
  String of(byte[] utf8, int from, int to) {
    int hash = to - from;
    if (hash > LONGEST) {
      return new String(utf8, from, to - from, StandardCharsets.UTF_8);
    }
    for (int i = from; i < to; i++) {
      if (utf8[i] < 0) {
        return new String(utf8, from, to - from, StandardCharsets.UTF_8);
      }
      hash = hash * 31 + utf8[i];
    }
    int place = (hash ^ hash >>> 13) & (PLACES - 1);
    String known = texts[place];
    if (known != null && isAt(known, utf8, from, to)) {
      return known;
    }
    String text = new String(utf8, from, to - from, StandardCharsets.ISO_8859_1);
    texts[place] = text;
    return text;
  }

  private static boolean isAt(String known, byte[] ascii, int from, int to) {
    if (known.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (known.charAt(i - from) != ascii[i]) {
        return false;
      }
    }
    return true;
  }
}
