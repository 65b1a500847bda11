package dev.seaworthy.api.quantity;

import java.math.BigDecimal;

/**
 * Digits with or without a point as a number, in linear time. The server takes any number of them;
 * the time that it takes to compute with them grows by the square of their number. So what has more
 * than a thousand or so before the point is the largest number of that many, and what comes as late
 * after the point only says that there is something more, which is rounded up.
 */
final class Digits {

  /** More than any exponent can make up for, see {@link Quantity}. */
  private static final int MOST = 1200;

  private Digits() {}

  /** @param digits at least one, and at most one point */
  static BigDecimal number(String digits) {
    if (digits.length() <= MOST) {
      return new BigDecimal(digits);
    }
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String fraction = point < 0 ? "" : digits.substring(point + 1);
    return new BigDecimal(bounded(whole) + "." + shortened(fraction));
  }

  private static String bounded(String whole) {
    int first = firstBesidesZero(whole, 0);
    if (whole.length() - first > MOST) {
      return "9".repeat(MOST);
    }
    return first == whole.length() ? "0" : whole.substring(first);
  }

  private static String shortened(String fraction) {
    if (fraction.length() <= MOST) {
      return fraction;
    }
    boolean hasMore = firstBesidesZero(fraction, MOST) < fraction.length();
    return fraction.substring(0, MOST) + (hasMore ? "1" : "");
  }

  private static int firstBesidesZero(String digits, int from) {
    int at = from;
    while (at < digits.length() && digits.charAt(at) == '0') {
      at++;
    }
    return at;
  }
}
