package dev.seaworthy.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that stand in many places, each kept once: keys above all. Of a text that takes the
 * place of another one there may be a second copy; nothing but memory and speed depends on it. Safe
 * for use by several threads, since texts are immutable.
 */
final class SharedTexts {

  private static final int PLACES = 1 << 13;
  private static final int LONGEST = 48;

  private final @Nullable Known[] keys = new @Nullable Known[PLACES];
  private final @Nullable Known[] values = new @Nullable Known[PLACES];

  /** A text with its bytes, which are sooner compared than its letters. */
  private record Known(String text, byte[] ascii) {}

  /**
   * The text of a key. It is the one that is written in the code which asks for such a key, so that
   * {@link Mapping} finds most keys without comparing letters.
   */
  String key(byte[] utf8, int from, int to) {
    return of(utf8, from, to, keys);
  }

  /** The text of a value. */
  String value(byte[] utf8, int from, int to) {
    return of(utf8, from, to, values);
  }

  private String of(byte[] utf8, int from, int to, @Nullable Known[] table) {
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
    Known known = table[place];
    if (known != null && isAt(known.ascii, utf8, from, to)) {
      return known.text;
    }
    byte[] ascii = Arrays.copyOfRange(utf8, from, to);
    String text = new String(ascii, StandardCharsets.ISO_8859_1);
    String kept = table == keys ? text.intern() : text;
    table[place] = new Known(kept, ascii);
    return kept;
  }

  private static boolean isAt(byte[] known, byte[] ascii, int from, int to) {
    if (known.length != to - from) {
      return false;
    }
    for (int i = 0; i < known.length; i++) {
      if (known[i] != ascii[from + i]) {
        return false;
      }
    }
    return true;
  }
}
