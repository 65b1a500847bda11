package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as {@code kubectl} shortens them: {@code 45s}, {@code 3m20s}, {@code 15m}, {@code 2h5m}. */
public final class Ages {

  private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
          "EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
      .withZone(ZoneOffset.UTC);

  private static final long MINUTE = 60;
  private static final long HOURS_OF_MONTH = 24 * 30;

  private Ages() {}

  /** The time since {@code timestamp}; {@code <unknown>} if there is none. */
  static String since(Node timestamp, Instant now) {
    return timestamp
        .asString()
        .filter(text -> !text.isEmpty())
        .map(text -> of(Duration.between(VirtualClock.instant(text), now)))
        .orElse("<unknown>");
  }

  /** A timestamp as descriptions write it, {@code Thu, 01 Jan 2026 00:00:01 +0000}. */
  static String written(Node timestamp) {
    return timestamp
        .asString()
        .filter(text -> !text.isEmpty())
        .map(text -> WRITTEN.format(VirtualClock.instant(text)))
        .orElse("");
  }

  public static String of(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 2 * MINUTE) {
      return seconds + "s";
    }
    long minutes = seconds / MINUTE;
    if (minutes < 10) {
      return minutes + "m" + rest(seconds % MINUTE, "s");
    }
    if (minutes < 3 * MINUTE) {
      return minutes + "m";
    }
    long hours = minutes / MINUTE;
    if (hours < 8) {
      return hours + "h" + rest(minutes % MINUTE, "m");
    }
    if (hours < 48) {
      return hours + "h";
    }
    long days = hours / 24;
    return hours < 8 * 24
        ? days + "d" + rest(hours % 24, "h")
        : hours < 24 * HOURS_OF_MONTH ? days + "d" : days / 365 + "y" + rest(days % 365, "d");
  }

  private static String rest(long number, String unit) {
    return number == 0 ? "" : number + unit;
  }
}
