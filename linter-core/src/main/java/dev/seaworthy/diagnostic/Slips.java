package dev.seaworthy.diagnostic;

import java.util.Locale;

/** How far a name is from another one, in letters that a hand may slip on. */
final class Slips {

  /** One slip is allowed for every so many letters. */
  private static final int LETTERS_PER_SLIP = 3;

  /** More slips than these are never allowed. */
  static final int MOST = 3;

  /** Longer names are not looked for. */
  private static final int LONGEST = 80;

  private Slips() {}

  /** How many slips {@code name} may hold; negative if nothing is near it. */
  static int allowedIn(String name) {
    return name.isEmpty() || name.length() > LONGEST
        ? -1
        : Math.min(MOST, Math.max(1, name.length() / LETTERS_PER_SLIP));
  }

  /** What is compared: upper and lower case are the same. */
  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * Whether two names number things apart: as many numbers in both, and not the same ones. {@code
   * app-1} is another thing than {@code app-2}, not a slip for it.
   */
  static boolean numberApart(String a, String b) {
    boolean same = true;
    int i = digit(a, 0);
    int j = digit(b, 0);
    while (i < a.length() && j < b.length()) {
      int endOfA = end(a, i);
      int endOfB = end(b, j);
      same &= a.regionMatches(i, b, j, Math.max(endOfA - i, endOfB - j));
      i = digit(a, endOfA);
      j = digit(b, endOfB);
    }
    return !same && i >= a.length() && j >= b.length();
  }

  /** The place of the first digit from {@code from} on, else the end. */
  private static int digit(String text, int from) {
    int at = from;
    while (at < text.length() && !isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int end(String text, int number) {
    int at = number;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Damerau-Levenshtein distance with adjacent swaps (optimal string alignment). */
  static int between(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
    }
    return last[b.length()];
  }
}
