package dev.seaworthy.simulate.clock;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The time inside the cluster. Moves only when the event queue moves it; milliseconds. */
public final class VirtualClock {

  /** Where every run starts, so that runs are alike. */
  public static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private static final String FORM = "0000-00-00T00:00:00Z";

  /** People write seconds that no calendar has; no story is as long as this. */
  private static final Duration FAR = Duration.ofDays(36_500);

  private Instant now = EPOCH;
  private Instant writtenSecond = EPOCH;
  private String written = timestamp(EPOCH);

  public Instant now() {
    return now;
  }

  /** The time {@code delay} from now, or what is far enough off never to come. */
  public Instant in(Duration delay) {
    return now.plus(delay.compareTo(FAR) < 0 ? delay : FAR);
  }

  /** The time as objects carry it: RFC 3339, whole seconds, the fraction cut off. */
  public String timestamp() {
    // Many objects are written in one second, and they share its text.
    if (now.getEpochSecond() != writtenSecond.getEpochSecond()) {
      writtenSecond = now;
      written = timestamp(now);
    }
    return written;
  }

  public static String timestamp(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * The time that {@code timestamp} names.
   *
   * @throws DateTimeException if it is no RFC 3339 time in UTC
   */
  public static Instant instant(String timestamp) {
    // Objects are full of what this clock wrote, and the general parser takes far longer for it.
    try {
      return isWholeSecond(timestamp) ? ofWholeSecond(timestamp) : Instant.parse(timestamp);
    } catch (DateTimeException leapSecondOrNone) {
      return Instant.parse(timestamp);
    }
  }

  private static Instant ofWholeSecond(String timestamp) {
    return LocalDate.of(number(timestamp, 0, 4), number(timestamp, 5, 7), number(timestamp, 8, 10))
        .atTime(number(timestamp, 11, 13), number(timestamp, 14, 16), number(timestamp, 17, 19))
        .toInstant(ZoneOffset.UTC);
  }

  private static boolean isWholeSecond(String timestamp) {
    boolean alike = timestamp.length() == FORM.length();
    for (int i = 0; alike && i < FORM.length(); i++) {
      char form = FORM.charAt(i);
      char given = timestamp.charAt(i);
      alike = form == '0' ? given >= '0' && given <= '9' : given == form;
    }
    return alike;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  void moveTo(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
  }
}
