package dev.seaworthy.manifest;

import dev.seaworthy.manifest.ScalarResolver.Resolved;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short texts that stand in many places, each kept once, with what it stands for: keys above all. Of
 * a text that takes the place of another one there may be a second copy; nothing but memory and speed
 * depends on it. Safe for use by several threads, since what is kept is immutable.
 */
final class SharedTexts {

  private static final int PLACES = 1 << 13;
  private static final int LONGEST = 48;
  private static final byte[] NOT_KEPT = {};

  private final @Nullable Known[] keys = new @Nullable Known[PLACES];
  private final @Nullable Known[] values = new @Nullable Known[PLACES];

  /** A text with its bytes, which are sooner compared than its letters. */
  private static final class Known {

    private final String text;
    private final byte[] ascii;

    /** Made when it is first asked for; of two threads that make it, either one's counts. */
    private @Nullable Resolved resolved;

    private Known(String text, byte[] ascii) {
      this.text = text;
      this.ascii = ascii;
    }

    Resolved resolved() {
      Resolved made = resolved;
      if (made == null) {
        made = ScalarResolver.resolve(text);
        resolved = made;
      }
      return made;
    }

    boolean isAt(byte[] utf8, int from, int to) {
      return Arrays.equals(ascii, 0, ascii.length, utf8, from, to);
    }
  }

  /**
   * What the key without quotes from {@code from} to {@code to} stands for. Its text is the very one
   * that is written in the code which asks for such a key, so that {@link Mapping} finds most keys
   * without comparing letters.
   */
  Resolved key(byte[] utf8, int from, int to) {
    return find(utf8, from, to, keys).resolved();
  }

  /** What the scalar without quotes from {@code from} to {@code to} stands for. */
  Resolved plain(byte[] utf8, int from, int to) {
    return find(utf8, from, to, values).resolved();
  }

  /** The text of UTF-8 from {@code from} to {@code to}. */
  String text(byte[] utf8, int from, int to) {
    return find(utf8, from, to, values).text;
  }

  private Known find(byte[] utf8, int from, int to, @Nullable Known[] table) {
    int hash = to - from;
    if (hash > LONGEST) {
      return unkept(utf8, from, to);
    }
    for (int i = from; i < to; i++) {
      if (utf8[i] < 0) {
        return unkept(utf8, from, to);
      }
      hash = hash * 31 + utf8[i];
    }
    int place = (hash ^ hash >>> 13) & (PLACES - 1);
    Known known = table[place];
    if (known == null || !known.isAt(utf8, from, to)) {
      byte[] ascii = Arrays.copyOfRange(utf8, from, to);
      String text = new String(ascii, StandardCharsets.ISO_8859_1);
      known = new Known(table == keys ? text.intern() : text, ascii);
      table[place] = known;
    }
    return known;
  }

  private static Known unkept(byte[] utf8, int from, int to) {
    return new Known(new String(utf8, from, to - from, StandardCharsets.UTF_8), NOT_KEPT);
  }
}
