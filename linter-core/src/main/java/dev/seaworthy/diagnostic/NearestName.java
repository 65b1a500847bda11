package dev.seaworthy.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** Finds what was probably meant by a misspelt name. */
public final class NearestName {

  /** One slip is allowed for every so many letters. */
  private static final int LETTERS_PER_SLIP = 3;

  private static final int MOST_SLIPS = 3;
  private static final int LONGEST = 80;

  private NearestName() {}

  /**
   * The candidate that differs least from {@code name}: in upper and lower case alone, or in a few
   * letters added, left out, swapped or replaced. Of equals the first one wins.
   */
  public static Optional<String> to(String name, Iterable<String> candidates) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return Optional.empty();
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    int least = Math.min(MOST_SLIPS, Math.max(1, name.length() / LETTERS_PER_SLIP)) + 1;
    String nearest = null;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - name.length()) < least && !candidate.equals(name)) {
        int slips = distance(wanted, candidate.toLowerCase(Locale.ROOT));
        if (slips < least) {
          least = slips;
          nearest = candidate;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** Damerau-Levenshtein distance with adjacent swaps. */
  private static int distance(String a, String b) {
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
