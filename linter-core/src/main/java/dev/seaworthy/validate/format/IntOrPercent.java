package dev.seaworthy.validate.format;

import dev.seaworthy.manifest.Node;

/**
 * A count or a percentage, such as {@code 3} or {@code 25%}.
 *
 * @param value the number before the percent sign, or the count; 0 for a text that is neither
 */
public record IntOrPercent(long value, boolean percent) {

  private static final int MOST_DIGITS = 18;

  public static IntOrPercent of(Node node) {
    String text = node.text();
    if (!NameFormat.PERCENT.accepts(text)) {
      return new IntOrPercent(node.longOr(0), false);
    }
    String digits = text.substring(0, Math.min(text.length() - 1, MOST_DIGITS));
    return new IntOrPercent(Long.parseLong(digits), true);
  }
}
