package dev.seaworthy.validate.rules;

/** Sums and products of costs, which end at the largest number. */
final class Cost {

  static final long WITHOUT_END = Long.MAX_VALUE;

  private Cost() {}

  static long plus(long one, long other) {
    return one > WITHOUT_END - other ? WITHOUT_END : one + other;
  }

  static long times(long one, long other) {
    return one != 0 && other > WITHOUT_END / one ? WITHOUT_END : one * other;
  }

  static long share(long whole, double factor) {
    return whole == WITHOUT_END ? WITHOUT_END : (long) Math.ceil(whole * factor);
  }
}
