package dev.seaworthy.simulate.clock;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The time inside the cluster. Moves only when the event queue moves it; milliseconds. */
public final class VirtualClock {

  /** Where every run starts, so that runs are alike. */
  public static final Instant EPOCH = Instant.parse("2026-01-01T00:00:00Z");

  private Instant now = EPOCH;
  private Instant writtenSecond = EPOCH;
  private String written = timestamp(EPOCH);

  public Instant now() {
    return now;
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

  void moveTo(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
  }
}
