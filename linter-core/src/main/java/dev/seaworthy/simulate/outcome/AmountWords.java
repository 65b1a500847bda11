package dev.seaworthy.simulate.outcome;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts of resources as people say them: {@code 6 CPUs}, {@code 512 MiB}. */
final class AmountWords {

  private static final long KIBI = 1024;
  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB"};

  private AmountWords() {}

  /** {@code amount} as it is counted: cpu in thousandths, everything else in whole units. */
  static String of(String resource, long amount) {
    if (resource.equals("cpu")) {
      String cpus = plain(BigDecimal.valueOf(amount, 3));
      return cpus + (amount == 1000 ? " CPU" : " CPUs");
    }
    return resource.equals("memory")
            || resource.equals("ephemeral-storage")
            || resource.startsWith("hugepages-")
        ? bytes(amount) + (resource.equals("memory") ? " of memory" : " of " + resource)
        : amount + " " + resource;
  }

  /** The same without saying of what; where that was said just before. */
  static String bare(String resource, long amount) {
    String words = of(resource, amount);
    int space = words.indexOf(' ');
    return resource.equals("cpu") || !words.contains(" of ")
        ? words.substring(0, space)
        : words.substring(0, words.indexOf(" of "));
  }

  private static String bytes(long amount) {
    double value = amount;
    int unit = 0;
    while (Math.abs(value) >= KIBI && unit < UNITS.length - 1) {
      value /= KIBI;
      unit++;
    }
    return plain(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP)) + " " + UNITS[unit];
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
