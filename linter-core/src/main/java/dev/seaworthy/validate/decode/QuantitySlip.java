package dev.seaworthy.validate.decode;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import java.util.Locale;
import java.util.Optional;

/** Quantities with the units that people use elsewhere: {@code 512MB}, {@code 2 GiB}. */
final class QuantitySlip {

  private static final String UNITS = "kmgtpe";

  private QuantitySlip() {}

  static Optional<String> remedy(Node node) {
    String text = node.text().replace(" ", "");
    int digits = 0;
    while (digits < text.length() && isOfNumber(text.charAt(digits))) {
      digits++;
    }
    String number = text.substring(0, digits);
    String unit = text.substring(digits).toLowerCase(Locale.ROOT);
    if (Quantity.parse(text).isPresent()) {
      return Optional.of("Write it without spaces: " + text + ".");
    }
    if (number.isEmpty() || unit.isEmpty() || UNITS.indexOf(unit.charAt(0)) < 0) {
      return Optional.empty();
    }
    return switch (unit.substring(1)) {
      case "b", "" ->
        Optional.of("Write " + number + binary(unit) + ", or " + number + decimal(unit)
            + " for the unit of thousands.");
      case "ib" -> Optional.of("Write " + number + binary(unit) + ".");
      default -> Optional.empty();
    };
  }

  private static boolean isOfNumber(char c) {
    return c >= '0' && c <= '9' || c == '.';
  }

  private static String binary(String unit) {
    return unit.substring(0, 1).toUpperCase(Locale.ROOT) + "i";
  }

  /** Kubernetes writes the thousand as SI does, with a small letter. */
  private static String decimal(String unit) {
    return unit.startsWith("k") ? "k" : unit.substring(0, 1).toUpperCase(Locale.ROOT);
  }
}
