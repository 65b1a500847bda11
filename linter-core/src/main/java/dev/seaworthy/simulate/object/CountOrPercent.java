package dev.seaworthy.simulate.object;

import dev.seaworthy.manifest.Node;
import java.util.Optional;

/** A number of pods, written as a number or as a share of all. */
public final class CountOrPercent {

  private CountOrPercent() {}

  /** The number that {@code value} means of {@code total}; empty for what is neither. */
  public static Optional<Long> of(Node value, long total, Rounding rounding) {
    Optional<Long> number = value.asLong();
    if (number.isPresent()) {
      return number;
    }
    String text = value.text();
    if (!text.endsWith("%")) {
      return Optional.empty();
    }
    try {
      long hundredfold = total * Long.parseLong(text.substring(0, text.length() - 1));
      return Optional.of(rounding == Rounding.UP ? (hundredfold + 99) / 100 : hundredfold / 100);
    } catch (NumberFormatException noPercentage) {
      return Optional.empty();
    }
  }

  /** Which way a share goes that is no whole number. */
  public enum Rounding {
    UP,
    DOWN
  }
}
