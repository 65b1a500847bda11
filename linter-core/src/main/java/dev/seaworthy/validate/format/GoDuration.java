package dev.seaworthy.validate.format;

import java.time.Duration;
import java.util.Optional;

/** Durations as Go writes them: {@code 1h30m}, {@code 1.5s}, {@code 300ms}. */
public final class GoDuration {

  private GoDuration() {}

  public static boolean isValid(String text) {
    return parse(text).isPresent();
  }

  /** The duration to the nanosecond; empty if the text is none, or longer than 290 years. */
  public static Optional<Duration> parse(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.length() == at) {
      return Optional.empty();
    }
    if (text.substring(at).equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    double nanos = 0;
    while (at < text.length()) {
      int end = numberEnd(text, at);
      int unitEnd = unitEnd(text, end);
      double unit = nanosOf(text.substring(end, unitEnd));
      if (end == at || text.substring(at, end).equals(".") || unit == 0) {
        return Optional.empty();
      }
      nanos += Double.parseDouble(text.substring(at, end)) * unit;
      at = unitEnd;
    }
    if (nanos > Long.MAX_VALUE) {
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(Math.round(text.startsWith("-") ? -nanos : nanos)));
  }

  private static int numberEnd(String text, int from) {
    int i = from;
    boolean point = false;
    while (i < text.length()
        && (Letters.isDigit(text.charAt(i)) || (text.charAt(i) == '.' && !point))) {
      point |= text.charAt(i) == '.';
      i++;
    }
    return i;
  }

  private static int unitEnd(String text, int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) != '.' && !Letters.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static double nanosOf(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs", "μs" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "m" -> 60e9;
      case "h" -> 3600e9;
      default -> 0;
    };
  }
}
