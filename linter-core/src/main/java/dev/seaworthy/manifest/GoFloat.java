package dev.seaworthy.manifest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes floating point numbers as Go does: the shortest digits that lead back to the number. */
final class GoFloat {

  private GoFloat() {}

  /** As {@code encoding/json} writes a float64: an exponent only below 1e-6 and from 1e21 on. */
  static String json(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    double size = Math.abs(value);
    BigDecimal shortest = shortestDouble(size);
    String text = size < 1e-6 || size >= 1e21 ? exponent(shortest, 1) : shortest.toPlainString();
    return value < 0 ? "-" + text : text;
  }

  /** As {@code sigs.k8s.io/yaml} writes a key: {@code 'g'} with the digits of a float32. */
  static String key(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    float narrow = (float) value;
    String sign = Math.copySign(1, narrow) < 0 ? "-" : "";
    if (Float.isInfinite(narrow)) {
      return sign + ".inf";
    }
    if (narrow == 0) {
      return sign + "0";
    }
    return sign + general(shortestFloat(Math.abs(narrow)));
  }

  // Go's 'g' turns to an exponent from 1e6 on when the digits are the shortest ones.
  private static String general(BigDecimal value) {
    int exponent = value.precision() - value.scale() - 1;
    return exponent < -4 || exponent >= 6 ? exponent(value, 2) : value.toPlainString();
  }

  private static String exponent(BigDecimal value, int exponentDigits) {
    String digits = value.unscaledValue().toString();
    int exponent = digits.length() - value.scale() - 1;
    StringBuilder out = new StringBuilder().append(digits.charAt(0));
    if (digits.length() > 1) {
      out.append('.').append(digits, 1, digits.length());
    }
    out.append('e').append(exponent < 0 ? '-' : '+');
    String size = Integer.toString(Math.abs(exponent));
    return out.append("0".repeat(Math.max(0, exponentDigits - size.length())))
        .append(size)
        .toString();
  }

  // The JDK's own digits lead back to the number, but are the shortest ones only from JDK 19 on.
  private static BigDecimal shortestDouble(double value) {
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal shorter = withoutLastDigit(shortest);
    while (shorter.doubleValue() == value && shorter.precision() < shortest.precision()) {
      shortest = shorter;
      shorter = withoutLastDigit(shortest);
    }
    return shortest;
  }

  private static BigDecimal shortestFloat(float value) {
    BigDecimal shortest = new BigDecimal(Float.toString(value)).stripTrailingZeros();
    BigDecimal shorter = withoutLastDigit(shortest);
    while (shorter.floatValue() == value && shorter.precision() < shortest.precision()) {
      shortest = shorter;
      shorter = withoutLastDigit(shortest);
    }
    return shortest;
  }

  private static BigDecimal withoutLastDigit(BigDecimal value) {
    int digits = Math.max(1, value.precision() - 1);
    return value.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }
}
