package dev.seaworthy.lint;

import java.util.List;

/** Patterns in which {@code *} stands for any text, also none. */
public final class Wildcard {

  private Wildcard() {}

  /** Whether {@code text} as a whole is of the form of {@code pattern}. */
  public static boolean matches(String pattern, String text) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(text);
    }
    // Most texts begin otherwise; only for others the pattern is taken apart.
    if (!text.regionMatches(0, pattern, 0, star)) {
      return false;
    }
    List<String> parts = List.of(pattern.split("\\*", -1));
    String first = parts.get(0);
    String last = parts.get(parts.size() - 1);
    if (!text.endsWith(last) || text.length() < first.length() + last.length()) {
      return false;
    }
    int from = first.length();
    int to = text.length() - last.length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = text.indexOf(part, from);
      if (found < 0 || found + part.length() > to) {
        return false;
      }
      from = found + part.length();
    }
    return true;
  }
}
