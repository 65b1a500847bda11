package dev.seaworthy.validate.format;

import dev.seaworthy.manifest.Node;

/**
 * A count or a percentage, such as {@code 3} or {@code 25%}.
 *
 * @param value the number before the percent sign, or the count; 0 for a text that is neither
 */
public record IntOrPercent(long value, boolean percent) {

  private static final int MOST_DIGITS = 18;

  /** A text of digits alone counts as the number, as in Go, though it is no valid value. */
  public static IntOrPercent of(Node node) {
    String text = node.text();
    boolean percent = ValueFormat.PERCENT.accepts(text);
    if (!percent && !ValueFormat.DECIMAL_INTEGER.accepts(text)) {
      return new IntOrPercent(node.longOr(0), false);
    }
    int end = Math.min(percent ? text.length() - 1 : text.length(), MOST_DIGITS);
    return new IntOrPercent(Long.parseLong(text.substring(0, end)), percent);
  }
}
