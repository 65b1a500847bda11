package dev.seaworthy.diagnostic;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much a diagnostic matters, from least to most. The order is that of {@link #compareTo}. */
public enum Severity {
  /** Worth knowing. */
  INFO,
  /** A careful reviewer would stop here. */
  WARNING,
  /** Will not work, or is certain to do harm. */
  ERROR;

  /** The word that people write and read: {@code info}, {@code warning} or {@code error}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of that word. */
  public static Optional<Severity> find(String word) {
    return Stream.of(values()).filter(severity -> severity.word().equals(word)).findFirst();
  }

  /** Whether this is as grave as {@code threshold}, or graver. */
  public boolean isAtLeast(Severity threshold) {
    return compareTo(threshold) >= 0;
  }
}
