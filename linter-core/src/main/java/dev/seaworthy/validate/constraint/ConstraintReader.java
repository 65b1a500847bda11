package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.Row.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes constraints from the lines of constraint files. */
public final class ConstraintReader {

  private ConstraintReader() {}

  /**
   * The constraints of a type in a minor release, in the order of the file, by subject: a field,
   * with {@code []} its items, with {@code {}} its keys, with a dot a field of the struct that it
   * or its items are.
   */
  public static Map<String, Constraints> read(List<Row> rows, int minor) {
    Map<String, List<Row>> bySubject = new LinkedHashMap<>();
    for (Row row : rows) {
      if (row.holdsIn(minor)) {
        bySubject.computeIfAbsent(subjectOf(row), any -> new ArrayList<>()).add(row);
      }
    }
    Map<String, Constraints> constraints = new LinkedHashMap<>();
    bySubject.forEach((subject, its) -> constraints.put(
        subject,
        new Constraints(
            its.stream()
                .filter(row -> !row.has("update") && !row.has("create"))
                .map(Line::read)
                .toList(),
            its.stream().filter(row -> row.has("create")).map(Line::read).toList(),
            its.stream().filter(row -> row.has("update")).map(Line::read).toList())));
    return constraints;
  }

  /** Whether {@code word} is a constraint, and not one that says how others hold. */
  public static boolean isConstraint(String word) {
    return !LineOptions.WORDS.contains(word);
  }

  /** What speaks of several fields is asked of the struct. */
  static boolean isAboutStruct(Row row) {
    return row.subject().isEmpty() || row.has("dependentRequired") || row.has("dependentForbidden");
  }

  private static String subjectOf(Row row) {
    if (!isAboutStruct(row)) {
      return row.subject();
    }
    int dot = row.subject().lastIndexOf('.');
    return dot < 0 ? "" : row.subject().substring(0, dot);
  }

  /** The constraints of a line, and the words that say when it holds, for people to read. */
  public static String words(Row row) {
    List<String> words = new ArrayList<>();
    for (Cell cell : row.cells()) {
      boolean filledIn = cell.word().equals("required") && row.has("filled");
      if (isConstraint(cell.word()) && !filledIn) {
        words.add(constraint(row, cell).words());
      }
    }
    words.removeIf(String::isEmpty);
    row.get("minimum").filter(any -> row.has("maximum")).ifPresent(least -> {
      String most = row.get("maximum").orElseThrow();
      words.set(words.indexOf("at least " + least), least + " to " + most);
      words.remove("at most " + most);
    });
    if (words.isEmpty()) {
      return "";
    }
    Condition condition = Condition.of(row);
    return String.join(", ", words)
        + (condition == null ? "" : condition.words())
        + (row.has("update") && !row.has("immutable") ? " on update" : "");
  }

  /**
   * The constraint that a word stands for.
   *
   * @throws IllegalArgumentException for an unknown word; the build reports it
   */
  public static Constraint constraint(Row row, Cell cell) {
    LineOptions options = new LineOptions(row);
    return switch (cell.word()) {
      case "required" -> Required.read(options);
      case "forbidden" -> Forbidden.read(options);
      case "minimum" -> Minimum.read(cell, options);
      case "maximum" -> Maximum.read(cell, options);
      case "exclusiveMinimum" -> ExclusiveMinimum.read(cell, options);
      case "maxLength" -> MaxLength.read(cell, options);
      case "minLength" -> MinLength.read(cell, options);
      case "format" -> Format.read(cell, options);
      case "enum" -> Enumeration.read(cell, options);
      case "maxItems" -> MaxItems.read(cell, options);
      case "minItems" -> MinItems.read(cell, options);
      case "uniqueItems" -> UniqueItems.read(cell, options);
      case "dependentRequired" -> DependentRequired.read(fieldOf(row), cell, options);
      case "dependentForbidden" -> DependentForbidden.read(fieldOf(row), cell, options);
      case "exactlyOneOf" -> OneOf.read(cell, OneOf.Need.NEEDED, true, options);
      case "atMostOneOf" -> OneOf.read(cell, OneOf.Need.OPTIONAL, true, options);
      case "atLeastOneOf" -> OneOf.read(cell, OneOf.Need.NEEDED, false, options);
      case "port" -> Port.read(options);
      case "immutable" -> Immutable.read(options);
      case "unjudged" -> Unjudged.read();
      default -> throw new IllegalArgumentException("unknown word '" + cell.word() + "'");
    };
  }

  private static String fieldOf(Row row) {
    return row.subject().substring(row.subject().lastIndexOf('.') + 1);
  }
}
