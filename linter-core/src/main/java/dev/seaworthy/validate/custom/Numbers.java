package dev.seaworthy.validate.custom;

import dev.seaworthy.manifest.Scalar;

/** Numbers as Go holds them: whole ones of 64 bits where they are written so, else floating point. */
final class Numbers {

  private static final double GREATEST_WHOLE = 9007199254740991.0;
  private static final double TOLERANCE = 1e-9;

  private Numbers() {}

  static boolean isLong(Scalar number) {
    return number.asLong().isPresent();
  }

  static double asDouble(Scalar number) {
    return Double.parseDouble(number.value());
  }

  /** Whether a floating-point number counts as a whole one. */
  static boolean isWhole(Scalar number) {
    return isWhole(asDouble(number));
  }

  static boolean isWhole(double number) {
    if (Double.isNaN(number) || Math.abs(number) > GREATEST_WHOLE) {
      return false;
    }
    double whole = Math.rint(number);
    double difference = Math.abs(number - whole);
    return difference == 0 || difference / (Math.abs(number) + Math.abs(whole)) < TOLERANCE;
  }
}
