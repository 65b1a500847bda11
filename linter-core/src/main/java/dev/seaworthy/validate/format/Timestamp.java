package dev.seaworthy.validate.format;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times of RFC 3339 as Go reads them. */
public final class Timestamp {

  private static final int MICRO_DIGITS = 6;
  private static final int SECONDS_END = 19;
  private static final DateTimeFormatter MICRO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

  private Timestamp() {}

  /**
   * The time in UTC as the server writes it back, to the second, or with {@code micro} to the
   * millionth; empty if {@code text} is no time. {@code micro} asks for exactly six digits.
   */
  public static Optional<String> canonical(String text, boolean micro) {
    if (!isWellFormed(text, micro)) {
      return Optional.empty();
    }
    if (text.endsWith("Z") && (micro || text.length() == SECONDS_END + 1)) {
      return Optional.of(text);
    }
    Instant instant = OffsetDateTime.parse(text.replace(',', '.')).toInstant();
    return Optional.of(
        micro
            ? MICRO.format(instant.atOffset(ZoneOffset.UTC))
            : DateTimeFormatter.ISO_INSTANT.format(
                instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)));
  }

  private static boolean isWellFormed(String text, boolean micro) {
    if (text.length() <= SECONDS_END || !hasShape(text, "dddd-dd-ddTdd:dd:dd")) {
      return false;
    }
    int zone = SECONDS_END;
    if (text.charAt(zone) == '.' || text.charAt(zone) == ',') {
      zone++;
      while (zone < text.length() && Letters.isDigit(text.charAt(zone))) {
        zone++;
      }
    }
    int digits = zone - SECONDS_END - 1;
    boolean fraction = micro ? digits == MICRO_DIGITS : digits != 0 && digits <= 9;
    return fraction && isDateTime(text) && isZone(text.substring(zone));
  }

  private static boolean hasShape(String text, String shape) {
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(i);
      if (shape.charAt(i) == 'd' ? !Letters.isDigit(c) : c != shape.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDateTime(String text) {
    int month = number(text, 5);
    int day = number(text, 8);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= YearMonth.of(number(text, 0) * 100 + number(text, 2), month).lengthOfMonth()
        && number(text, 11) < 24
        && number(text, 14) < 60
        && number(text, 17) < 60;
  }

  private static boolean isZone(String zone) {
    return zone.equals("Z")
        || (zone.length() == 6
            && (zone.charAt(0) == '+' || zone.charAt(0) == '-')
            && hasShape(zone.substring(1), "dd:dd")
            && number(zone, 1) < 18
            && number(zone, 4) < 60);
  }

  private static int number(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
