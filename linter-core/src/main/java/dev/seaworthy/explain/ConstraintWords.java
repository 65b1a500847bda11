package dev.seaworthy.explain;

import dev.seaworthy.validate.constraint.ConstraintReader;
import dev.seaworthy.validate.data.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lines of the constraint and default tables in words. */
final class ConstraintWords {

  private ConstraintWords() {}

  /** What must hold of {@code field}, of its items and keys, and there of the fields below. */
  static List<String> of(String field, List<Row> rows) {
    List<String> facts = new ArrayList<>();
    for (Row row : rows) {
      String words = row.subject().startsWith(field) ? ConstraintReader.words(row) : "";
      if (!words.isEmpty()) {
        String below = row.subject().substring(field.length());
        facts.addAll(fact(below, words));
      }
    }
    return facts;
  }

  /** {@code below} is what the line says of the place below the field. */
  private static List<String> fact(String below, String words) {
    if (below.isEmpty()) {
      return List.of(words);
    }
    String path = below.startsWith("[].") ? below.substring(2) : below;
    return switch (path) {
      case "[]" -> List.of("each " + words);
      case "{}" -> List.of("each key " + words);
      default -> path.startsWith(".") ? List.of(path.substring(1) + ": " + words) : List.of();
    };
  }

  /** What must hold of a struct as a whole. */
  static List<String> ofStruct(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.subject().isEmpty())
        .map(ConstraintReader::words)
        .filter(words -> !words.isEmpty())
        .toList();
  }

  /** What the server writes in the field itself; empty if it only fills in what stands in it. */
  static Optional<String> ofDefault(Row row) {
    if (row.get("dropped").isPresent()) {
      return Optional.of("dropped by a server of this release, behind a feature gate that is off");
    }
    return row.get("copy")
        .map(other -> "default: what " + other + " says")
        .or(() -> row.get("value").map(coded -> "default " + shown(coded)))
        .map(words -> words
            + row.get("when")
                .map(when -> " when " + when.replaceFirst(":", " is "))
                .orElse(""));
  }

  /** Values are written as a letter for the type, a colon and the text. */
  private static String shown(String coded) {
    String value = coded.substring(coded.indexOf(':') + 1);
    if (!value.isEmpty()) {
      return value;
    }
    return coded.startsWith("o") ? "{}" : "''";
  }
}
