package dev.seaworthy.api;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the known name that a misspelt one was probably meant to be. */
public final class NearestName {

  private NearestName() {}

  /**
   * The nearest of {@code known}, if it is near enough: one slip in a short name, two in a longer
   * one, three from twelve letters on. A slip is a letter too many, too few or wrong, or two
   * neighbours swapped; upper and lower case weigh nothing. Of equally near names the first in
   * alphabetical order counts.
   */
  public static Optional<String> of(String written, Collection<String> known) {
    String lower = written.toLowerCase(Locale.ROOT);
    int slips = slipsAllowed(lower.length());
    String nearest = null;
    int least = slips + 1;
    for (String name : known) {
      if (Math.abs(name.length() - written.length()) > slips || name.equals(written)) {
        continue;
      }
      int distance = distance(lower, name.toLowerCase(Locale.ROOT));
      if (distance < least
          || (distance == least && nearest != null && name.compareTo(nearest) < 0)) {
        nearest = name;
        least = distance;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static int slipsAllowed(int length) {
    return length <= 2 ? 0 : length <= 5 ? 1 : length < 12 ? 2 : 3;
  }

  /** Damerau and Levenshtein's distance, no part changed twice. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
