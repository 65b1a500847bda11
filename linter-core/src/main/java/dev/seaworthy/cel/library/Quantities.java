package dev.seaworthy.cel.library;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Resource quantities as numbers. */
final class Quantities {

  /** Larger exponents than the API's largest unit have no use and would only cost time. */
  private static final int MAX_EXPONENT = 30;

  private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
      Map.entry("", BigDecimal.ONE),
      Map.entry("n", BigDecimal.ONE.scaleByPowerOfTen(-9)),
      Map.entry("u", BigDecimal.ONE.scaleByPowerOfTen(-6)),
      Map.entry("m", BigDecimal.ONE.scaleByPowerOfTen(-3)),
      Map.entry("k", BigDecimal.ONE.scaleByPowerOfTen(3)),
      Map.entry("M", BigDecimal.ONE.scaleByPowerOfTen(6)),
      Map.entry("G", BigDecimal.ONE.scaleByPowerOfTen(9)),
      Map.entry("T", BigDecimal.ONE.scaleByPowerOfTen(12)),
      Map.entry("P", BigDecimal.ONE.scaleByPowerOfTen(15)),
      Map.entry("E", BigDecimal.ONE.scaleByPowerOfTen(18)),
      Map.entry("Ki", binary(1)),
      Map.entry("Mi", binary(2)),
      Map.entry("Gi", binary(3)),
      Map.entry("Ti", binary(4)),
      Map.entry("Pi", binary(5)),
      Map.entry("Ei", binary(6)));

  private Quantities() {}

  private static BigDecimal binary(int power) {
    return new BigDecimal(1024).pow(power);
  }

  /** Reads {@code 500m}, {@code 1.5Gi}, {@code 1e3}; empty if the text is of no such form. */
  static Optional<BigDecimal> parse(String text) {
    int end = endOfNumber(text);
    if (end == 0 || text.length() > 64) {
      return Optional.empty();
    }
    String number = text.substring(0, end);
    String suffix = text.substring(end);
    if (number.chars().noneMatch(Character::isDigit)
        || number.indexOf('.') != number.lastIndexOf('.')) {
      return Optional.empty();
    }
    BigDecimal unit = UNITS.get(suffix);
    BigDecimal value = new BigDecimal(number.endsWith(".") ? number + "0" : number);
    return unit != null ? Optional.of(value.multiply(unit)) : withExponent(value, suffix);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int endOfNumber(String text) {
    int at = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
    while (at < text.length() && (text.charAt(at) == '.' || isDigit(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  private static Optional<BigDecimal> withExponent(BigDecimal value, String suffix) {
    if (!suffix.matches("[eE][+-]?[0-9]{1,3}")) {
      return Optional.empty();
    }
    int exponent = Integer.parseInt(suffix.substring(1));
    return Math.abs(exponent) > MAX_EXPONENT
        ? Optional.empty()
        : Optional.of(value.scaleByPowerOfTen(exponent));
  }
}
