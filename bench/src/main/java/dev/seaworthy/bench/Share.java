package dev.seaworthy.bench;

/** How many of how many agree. */
record Share(int agreed, int total) {

  static final Share NONE = new Share(0, 0);

  static Share of(boolean agrees) {
    return new Share(agrees ? 1 : 0, 1);
  }

  Share plus(Share other) {
    return new Share(agreed + other.agreed, total + other.total);
  }

  boolean isWhole() {
    return agreed == total;
  }

  double percent() {
    return total == 0 ? 100 : 100.0 * agreed / total;
  }
}
