package dev.seaworthy.judge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * Looks for words in files as they are on disk, to tell in one pass which of them need not be parsed. A
 * text of two bytes a character is not searched: it may hold anything.
 */
final class WordSearch {

  private static final byte[][] NONE = {};

  /** The words by the byte that they begin with. */
  private final byte[][][] words = new byte[256][][];

  /** Looks for {@code words}; the empty one is in every text. */
  WordSearch(Collection<String> words) {
    Arrays.fill(this.words, NONE);
    for (String word : Set.copyOf(words)) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      if (bytes.length == 0) {
        Arrays.fill(this.words, new byte[][] {bytes});
      } else {
        add(bytes);
      }
    }
  }

  private void add(byte[] word) {
    byte[][] others = words[word[0] & 0xFF];
    byte[][] all = Arrays.copyOf(others, others.length + 1);
    all[others.length] = word;
    words[word[0] & 0xFF] = all;
  }

  /** Whether {@code text} holds one of the words, or may. */
  boolean mayFindAny(byte[] text) {
    for (int i = 0; i < text.length; i++) {
      byte c = text[i];
      byte[][] some = words[c & 0xFF];
      if (some != NONE && isAnyAt(text, i, some)) {
        return true;
      }
      if (c <= 0 && (c == 0 || isWide(text, i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a mark of the order of bytes begins the text. */
  private static boolean isWide(byte[] text, int at) {
    return at == 0 && text.length > 1 && (text[0] & 0xFE) == 0xFE && (text[1] & 0xFE) == 0xFE;
  }

  private static boolean isAnyAt(byte[] text, int at, byte[][] words) {
    for (byte[] word : words) {
      if (isAt(text, at, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] text, int from, byte[] word) {
    if (word.length > text.length - from) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (text[from + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
