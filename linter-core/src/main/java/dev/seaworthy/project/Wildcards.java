package dev.seaworthy.project;

import org.jspecify.annotations.Nullable;

/**
 * Names with {@code *}, {@code ?} and {@code [a-z]} as the patterns of ignore files have them; a
 * backslash takes what follows as it is. Takes time by the product of the two lengths at most.
 */
final class Wildcards {

  private final String pattern;
  private final String name;

  /** Where a set in brackets ends, as the last question found it. */
  private int behindSet;

  private Wildcards(String pattern, String name) {
    this.pattern = pattern;
    this.name = name;
  }

  /** Whether {@code pattern} matches the whole of {@code name}. */
  static boolean match(String pattern, String name) {
    return new Wildcards(pattern, name).match();
  }

  /** Whether each set in brackets of {@code pattern} is closed; one that is not matches nothing. */
  static boolean isClosed(String pattern) {
    Wildcards sets = new Wildcards(pattern, "");
    for (int at = 0; at < pattern.length(); ) {
      if (sets.isAt('[', at)) {
        sets.isInSet(at + 1, ' ');
        at = sets.behindSet;
        if (at > pattern.length()) {
          return false;
        }
      } else {
        at += sets.isAt('\\', at) ? 2 : 1;
      }
    }
    return true;
  }

  private boolean match() {
    int at = 0;
    int of = 0;
    int star = -1;
    int retry = 0;
    while (of < name.length()) {
      int next = at < pattern.length() && pattern.charAt(at) != '*' ? step(at, of) : -1;
      if (next >= 0) {
        at = next;
        of++;
      } else if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        retry = of;
      } else if (star >= 0) {
        // The last star takes one letter more; those before it need not, as it can take all.
        at = star + 1;
        of = ++retry;
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  /** Where the pattern goes on if what stands at {@code at} matches the letter; -1 if it does not. */
  private int step(int at, int of) {
    char letter = name.charAt(of);
    return switch (pattern.charAt(at)) {
      case '?' -> at + 1;
      case '[' -> isInSet(at + 1, letter) ? behindSet : -1;
      case '\\' -> at + 1 < pattern.length() && pattern.charAt(at + 1) == letter ? at + 2 : -1;
      default -> pattern.charAt(at) == letter ? at + 1 : -1;
    };
  }

  /** A set that is not closed holds nothing. */
  private boolean isInSet(int from, char letter) {
    int at = from;
    boolean inverse = at < pattern.length() && (isAt('!', at) || isAt('^', at));
    at += inverse ? 1 : 0;
    boolean found = false;
    for (int first = at; at < pattern.length() && (at == first || !isAt(']', at)); ) {
      @Nullable LetterClass named = LetterClass.at(pattern, at);
      if (named != null) {
        found |= named.has(letter);
        at = named.end();
      } else {
        at += isAt('\\', at) && at + 1 < pattern.length() ? 1 : 0;
        char low = pattern.charAt(at++);
        char high = low;
        if (isAt('-', at) && at + 1 < pattern.length() && !isAt(']', at + 1)) {
          at += isAt('\\', at + 1) && at + 2 < pattern.length() ? 2 : 1;
          high = pattern.charAt(at++);
        }
        found |= low <= letter && letter <= high;
      }
    }
    behindSet = at + 1;
    return at < pattern.length() && found != inverse;
  }

  private boolean isAt(char c, int at) {
    return at < pattern.length() && pattern.charAt(at) == c;
  }

  /** A class by its POSIX name, such as {@code [:alpha:]}, and where it ends in the pattern. */
  private record LetterClass(String name, int end) {

    static @Nullable LetterClass at(String pattern, int at) {
      int end = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at) : -1;
      return end < 0 ? null : new LetterClass(pattern.substring(at + 2, end), end + 2);
    }

    boolean has(char c) {
      boolean digit = c >= '0' && c <= '9';
      boolean upper = c >= 'A' && c <= 'Z';
      boolean lower = c >= 'a' && c <= 'z';
      return switch (name) {
        case "alpha" -> upper || lower;
        case "digit" -> digit;
        case "alnum" -> upper || lower || digit;
        case "upper" -> upper;
        case "lower" -> lower;
        case "xdigit" -> digit || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
        case "blank" -> c == ' ' || c == '\t';
        case "space" -> c == ' ' || c >= '\t' && c <= '\r';
        case "cntrl" -> c < ' ' || c == 0x7F;
        case "graph" -> c > ' ' && c < 0x7F;
        case "print" -> c >= ' ' && c < 0x7F;
        case "punct" -> c > ' ' && c < 0x7F && !(upper || lower || digit);
        default -> false;
      };
    }
  }
}
