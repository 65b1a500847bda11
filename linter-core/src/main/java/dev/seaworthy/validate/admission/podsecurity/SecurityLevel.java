package dev.seaworthy.validate.admission.podsecurity;

import java.util.Locale;
import java.util.Optional;

/** How much the Pod Security Standards ask; each level asks what those before it ask, and more. */
public enum SecurityLevel {
  /** Nothing is asked. */
  PRIVILEGED,
  /** Known ways out of a container are closed. */
  BASELINE,
  /** What is best practice is asked. */
  RESTRICTED;

  /** The word that labels write, {@code baseline}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level that a label's word names. */
  public static Optional<SecurityLevel> of(String word) {
    for (SecurityLevel level : values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** As options and labels write it. */
  @Override
  public String toString() {
    return word();
  }

  public boolean isStricterThan(SecurityLevel other) {
    return compareTo(other) > 0;
  }
}
