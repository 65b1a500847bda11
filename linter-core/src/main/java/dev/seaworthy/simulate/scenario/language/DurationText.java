package dev.seaworthy.simulate.scenario.language;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much time is written as {@code 3s}, {@code 500ms} or {@code 1m30s}. */
public final class DurationText {

  private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(ms|s|m|h|d)");
  private static final Map<String, Integer> UNIT_MILLIS =
      Map.of("ms", 1, "s", 1_000, "m", 60_000, "h", 3_600_000, "d", 86_400_000);

  private DurationText() {}

  /** What the text says; empty if it is no duration. */
  public static Optional<Duration> parse(String text) {
    Matcher parts = PART.matcher(text);
    double millis = 0;
    int end = 0;
    while (parts.lookingAt()) {
      millis += Double.parseDouble(parts.group(1)) * UNIT_MILLIS.getOrDefault(parts.group(2), 0);
      end = parts.end();
      parts.region(end, text.length());
    }
    return end > 0 && end == text.length()
        ? Optional.of(Duration.ofMillis(Math.round(millis)))
        : Optional.empty();
  }
}
