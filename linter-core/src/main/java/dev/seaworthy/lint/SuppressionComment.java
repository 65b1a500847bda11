package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * A comment {@code # seaworthy:ignore RULE, RULE -- REASON}, with the rules that it names.
 *
 * @param word what stands behind the mark; any other than {@value #IGNORE} means nothing
 * @param alone whether it is alone on its line: it is about the next one then
 */
record SuppressionComment(
    String word, List<String> rules, String reason, boolean alone, Location place) {

  static final String MARK = "seaworthy:";

  /** What stands behind the mark of one that counts. */
  static final String IGNORE = "ignore";

  /**
   * The comment in {@code text}, a line of {@code file}. Read by hand: a pattern would try the blanks
   * of a hostile line in all the ways there are.
   */
  static Optional<SuppressionComment> in(String text, String file, int line) {
    for (int mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, mark + 1)) {
      int sign = signBefore(text, mark);
      int rules = endOfWord(text, mark + MARK.length());
      int reason = text.indexOf("--", rules);
      int nextSign = text.indexOf('#', rules);
      boolean isOfOneComment = nextSign < 0 || (reason >= 0 && reason < nextSign);
      String word = text.substring(mark + MARK.length(), rules);
      if (sign >= 0 && isOfOneComment && !word.isEmpty()) {
        return Optional.of(read(word, text, file, line, sign, rules, reason));
      }
    }
    return Optional.empty();
  }

  /** Where the comment begins that starts with the mark; negative if there is none. */
  private static int signBefore(String text, int mark) {
    int sign = mark - 1;
    while (sign >= 0 && isBlank(text.charAt(sign))) {
      sign--;
    }
    boolean begins =
        sign >= 0 && text.charAt(sign) == '#' && (sign == 0 || isBlank(text.charAt(sign - 1)));
    return begins ? sign : -1;
  }

  private static int endOfWord(String text, int from) {
    int end = from;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Whether it is one that may keep a rule quiet. */
  boolean isKnown() {
    return word.equals(IGNORE);
  }

  private static SuppressionComment read(
      String word, String text, String file, int line, int sign, int rules, int reason) {
    String named = text.substring(rules, reason < 0 ? text.length() : reason).strip();
    int column = text.codePointCount(0, sign) + 1;
    int end = text.codePointCount(0, text.length()) + 1;
    return new SuppressionComment(
        word,
        List.of(named.split("[,\\s]+")),
        reason < 0 ? "" : text.substring(reason + 2).strip(),
        text.substring(0, sign).isBlank(),
        new Location(file, line, column, line, end));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
