package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Location;
import java.util.List;
import java.util.Optional;

/**
 * A comment {@code # seaworthy:ignore RULE, RULE -- REASON}, with the rules that it names.
 *
 * @param alone whether it is alone on its line: it is about the next one then
 */
record SuppressionComment(List<String> rules, String reason, boolean alone, Location place) {

  static final String MARK = "seaworthy:ignore";

  /**
   * The comment in {@code text}, a line of {@code file}. Read by hand: a pattern would try the blanks
   * of a hostile line in all the ways there are.
   */
  static Optional<SuppressionComment> in(String text, String file, int line) {
    for (int mark = text.indexOf(MARK); mark >= 0; mark = text.indexOf(MARK, mark + 1)) {
      int sign = signBefore(text, mark);
      int rules = mark + MARK.length();
      int reason = text.indexOf("--", rules);
      int nextSign = text.indexOf('#', rules);
      boolean isOfOneComment = nextSign < 0 || (reason >= 0 && reason < nextSign);
      if (sign >= 0 && isOfOneComment) {
        return Optional.of(read(text, file, line, sign, rules, reason));
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

  private static SuppressionComment read(
      String text, String file, int line, int sign, int rules, int reason) {
    String named = text.substring(rules, reason < 0 ? text.length() : reason).strip();
    int column = text.codePointCount(0, sign) + 1;
    int end = text.codePointCount(0, text.length()) + 1;
    return new SuppressionComment(
        List.of(named.split("[,\\s]+")),
        reason < 0 ? "" : text.substring(reason + 2).strip(),
        text.substring(0, sign).isBlank(),
        new Location(file, line, column, line, end));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
