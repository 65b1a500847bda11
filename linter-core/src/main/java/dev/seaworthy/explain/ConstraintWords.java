package dev.seaworthy.explain;

import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.Row.Cell;
import java.util.ArrayList;
import java.util.List;

/** Lines of the constraint and default tables in words. */
final class ConstraintWords {

  private ConstraintWords() {}

  static List<String> of(Row row) {
    List<String> words = new ArrayList<>();
    for (Cell cell : row.cells()) {
      String said = word(cell);
      if (!said.isEmpty()) {
        words.add(
            row.has("update") && !cell.word().equals("immutable") ? said + " on update" : said);
      }
    }
    return words;
  }

  private static String word(Cell cell) {
    return switch (cell.word()) {
      case "required" -> "required";
      case "minimum" -> "at least " + cell.value();
      case "maximum" -> "at most " + cell.value();
      case "minLength" -> "at least " + cell.value() + " characters";
      case "maxLength" -> "at most " + cell.value() + " characters";
      case "minItems" -> "at least " + cell.value() + " items";
      case "maxItems" -> "at most " + cell.value() + " items";
      case "enum" -> "one of " + String.join(", ", cell.list());
      case "format" -> "in the form of a " + cell.value();
      case "port" -> "a port number, 1 to 65535";
      case "immutable" -> "cannot be changed";
      case "uniqueItems" -> "no item twice";
      case "forbidden" -> "must not be set";
      case "dependentRequired" -> "only with " + String.join(", ", cell.list());
      case "dependentForbidden" -> "not with " + String.join(", ", cell.list());
      default -> "";
    };
  }

  /** Values are written as a letter for the type, a colon and the text. */
  static String ofDefault(Row row) {
    String coded = row.get("value").orElse("");
    String value = coded.substring(coded.indexOf(':') + 1);
    String shown = value.isEmpty() ? coded.startsWith("o") ? "{}" : "''" : value;
    return "default " + shown
        + row.get("when").map(when -> " when " + when.replaceFirst(":", " is ")).orElse("");
  }
}
