package dev.seaworthy.cel.server;

import java.math.BigDecimal;

/** Numbers with fractions as Go writes them: as short as possible. */
final class DoubleText {

  private DoubleText() {}

  static String of(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "+Inf" : "-Inf";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    return shortest.signum() == 0 ? "0" : shortest.toPlainString();
  }
}
