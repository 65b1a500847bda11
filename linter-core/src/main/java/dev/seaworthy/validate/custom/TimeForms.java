package dev.seaworthy.validate.custom;

import dev.seaworthy.validate.format.GoDuration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;

/** Dates, times and lengths of time as schemas of definitions know them. */
final class TimeForms {

  /** Units; of the last name of a line any text that begins with it will do. */
  private static final List<List<String>> UNITS = List.of(
      List.of("ns", "nano"),
      List.of("us", "µs", "micro"),
      List.of("ms", "milli"),
      List.of("s", "sec"),
      List.of("m", "min"),
      List.of("h", "hr", "hour"),
      List.of("d", "day"),
      List.of("w", "wk", "week"));

  private TimeForms() {}

  static boolean isDate(String text) {
    if (text.length() != 10 || !isShaped(text, "0000-00-00")) {
      return false;
    }
    try {
      return LocalDate.parse(text) != null;
    } catch (DateTimeParseException noDate) {
      return false;
    }
  }

  static boolean isDateTime(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int t = lower.indexOf('t');
    if (t < 0 || !isDate(lower.substring(0, t))) {
      return false;
    }
    String time = lower.substring(t + 1);
    return isTime(time) && isZone(time.substring(endOfFraction(time)));
  }

  private static boolean isTime(String time) {
    return isShaped(time, "00:00:00")
        && time.substring(0, 2).compareTo("23") <= 0
        && time.substring(3, 5).compareTo("59") <= 0
        && time.substring(6, 8).compareTo("59") <= 0;
  }

  private static int endOfFraction(String time) {
    int at = 8;
    if (at + 1 < time.length()
        && isDigit(time.charAt(at + 1))
        && "z+-".indexOf(time.charAt(at)) < 0) {
      at++;
      while (at < time.length() && isDigit(time.charAt(at))) {
        at++;
      }
    }
    return at;
  }

  private static boolean isZone(String zone) {
    return zone.equals("z")
        || (zone.length() == 6
            && "+-".indexOf(zone.charAt(0)) >= 0
            && isShaped(zone.substring(1), "00:00"));
  }

  /** Whether {@code text} begins with digits where {@code shape} has zeros, else with the same. */
  private static boolean isShaped(String text, String shape) {
    if (text.length() < shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      boolean fits =
          shape.charAt(i) == '0' ? isDigit(text.charAt(i)) : text.charAt(i) == shape.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /** A Go duration, or any text with a number and a unit in it, such as {@code 2 days}. */
  static boolean isDuration(String text) {
    if (GoDuration.isValid(text)) {
      return true;
    }
    boolean found = false;
    int at = 0;
    while (at < text.length()) {
      int digits = at;
      while (digits < text.length() && isDigit(text.charAt(digits))) {
        digits++;
      }
      int unit = skipSpace(text, digits);
      int end = unit;
      while (end < text.length() && isUnitLetter(text.charAt(end))) {
        end++;
      }
      boolean isAmount = digits > at && end > unit;
      found |= isAmount && isUnit(text.substring(unit, end).toLowerCase(Locale.ROOT));
      at = isAmount ? end : Math.max(digits, at + 1);
    }
    return found;
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isUnit(String word) {
    return UNITS.stream()
        .anyMatch(names -> names.contains(word) || word.startsWith(names.get(names.size() - 1)));
  }

  private static boolean isUnitLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == 'µ';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
