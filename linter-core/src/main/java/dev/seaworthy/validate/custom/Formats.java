package dev.seaworthy.validate.custom;

import dev.seaworthy.validate.format.Timestamp;
import java.util.Set;

/** The formats that the server knows in schemas of definitions; it passes over all others. */
final class Formats {

  private static final Set<String> NUMBERS =
      Set.of("int32", "int64", "uint32", "uint64", "float", "float32", "double", "float64");

  private static final Set<String> TEXTS = Set.of("date-time", "datetime");

  private Formats() {}

  static boolean isKnown(String format) {
    return !format.isEmpty() && (NUMBERS.contains(format) || isText(format));
  }

  /** Whether the format says something of texts. */
  static boolean isText(String format) {
    return TEXTS.contains(format);
  }

  static boolean matches(String format, String text) {
    return switch (format) {
      case "date-time", "datetime" -> Timestamp.canonical(text, false).isPresent();
      default -> true;
    };
  }
}
