package dev.seaworthy.lint.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A name as the words that it is made of: {@code dbPassword}, {@code DB_PASSWORD},
 * {@code db.password}.
 */
record NameWords(List<String> words) {

  static NameWords of(String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean separates = !Character.isLetterOrDigit(c);
      if ((separates || startsWord(name, i)) && !word.isEmpty()) {
        words.add(word.toString().toUpperCase(Locale.ROOT));
        word.setLength(0);
      }
      if (!separates) {
        word.append(c);
      }
    }
    if (!word.isEmpty()) {
      words.add(word.toString().toUpperCase(Locale.ROOT));
    }
    return new NameWords(List.copyOf(words));
  }

  /** A capital after a small letter, or the last of several before a small one: API in APIKey. */
  private static boolean startsWord(String name, int at) {
    if (at == 0 || !Character.isUpperCase(name.charAt(at))) {
      return false;
    }
    boolean afterSmall = Character.isLowerCase(name.charAt(at - 1));
    boolean beforeSmall = at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
    return afterSmall || beforeSmall;
  }

  /** Whether the words of {@code other} follow each other somewhere. */
  boolean have(NameWords other) {
    return Collections.indexOfSubList(words, other.words) >= 0;
  }

  boolean endWith(NameWords other) {
    int start = words.size() - other.words.size();
    return start >= 0 && words.subList(start, words.size()).equals(other.words);
  }

  boolean are(String word) {
    return words.size() == 1 && words.get(0).equals(word);
  }
}
