package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.format.NameFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes constraints from the words of constraint files. */
public final class ConstraintReader {

  /** Words that say when or how the others hold. */
  private static final Set<String> CONDITIONS =
      Set.of("since", "until", "update", "cause", "empty", "zero");

  private ConstraintReader() {}

  /** The constraints of a type in a minor release, by subject. */
  public static Map<String, Constraints> read(List<Row> rows, int minor) {
    Map<String, List<Row>> bySubject = new HashMap<>();
    for (Row row : rows) {
      if (row.holdsIn(minor)) {
        bySubject.computeIfAbsent(subjectOf(row), any -> new ArrayList<>()).add(row);
      }
    }
    Map<String, Constraints> constraints = new HashMap<>();
    bySubject.forEach((subject, its) -> constraints.put(subject, constraints(its)));
    return constraints;
  }

  /** What speaks of several fields is asked of the struct. */
  private static String subjectOf(Row row) {
    return row.has("dependentRequired") || row.has("dependentForbidden") ? "" : row.subject();
  }

  private static Constraints constraints(List<Row> rows) {
    List<Constraint> always = new ArrayList<>();
    List<Constraint> onUpdate = new ArrayList<>();
    for (Row row : rows) {
      for (Cell cell : row.cells()) {
        if (!CONDITIONS.contains(cell.word())) {
          (row.has("update") ? onUpdate : always).add(constraint(row, cell));
        }
      }
    }
    return new Constraints(always.toArray(new Constraint[0]), onUpdate.toArray(new Constraint[0]));
  }

  /**
   * The constraint that a word stands for.
   *
   * @throws IllegalArgumentException for an unknown word; the build reports it
   */
  public static Constraint constraint(Row row, Cell cell) {
    CauseType given = row.get("cause").map(ConstraintReader::cause).orElse(null);
    boolean judgesEmpty = row.get("empty").filter("judged"::equals).isPresent();
    return switch (cell.word()) {
      case "required" -> new Required(or(given, CauseType.REQUIRED));
      case "forbidden" -> new Forbidden(or(given, CauseType.FORBIDDEN));
      case "minimum" ->
        new Minimum(number(cell), row.get("zero").isPresent(), or(given, CauseType.INVALID));
      case "maximum" -> new Maximum(number(cell), or(given, CauseType.INVALID));
      case "maxLength" -> new MaxLength((int) number(cell), or(given, CauseType.TOO_LONG));
      case "minLength" -> new MinLength((int) number(cell), or(given, CauseType.INVALID));
      case "format" -> new Format(format(cell), judgesEmpty, or(given, CauseType.INVALID));
      case "enum" -> new Enumeration(cell.list(), judgesEmpty, or(given, CauseType.NOT_SUPPORTED));
      case "maxItems" -> new MaxItems((int) number(cell), or(given, CauseType.TOO_MANY));
      case "minItems" -> new MinItems((int) number(cell), or(given, CauseType.REQUIRED));
      case "uniqueItems" -> new UniqueItems(cell.list(), or(given, CauseType.DUPLICATE));
      case "dependentRequired" ->
        new DependentRequired(row.subject(), cell.list(), or(given, CauseType.REQUIRED));
      case "dependentForbidden" ->
        new DependentForbidden(row.subject(), cell.list(), or(given, CauseType.FORBIDDEN));
      case "exactlyOneOf" -> new OneOf(cell.list(), true, or(given, CauseType.FORBIDDEN));
      case "atMostOneOf" -> new OneOf(cell.list(), false, or(given, CauseType.FORBIDDEN));
      case "unjudged" -> new Unjudged(CauseType.INTERNAL);
      case "port" -> new Port(row.get("zero").isPresent(), or(given, CauseType.INVALID));
      case "immutable" -> new Immutable(or(given, CauseType.INVALID));
      default -> throw new IllegalArgumentException("unknown word '" + cell.word() + "'");
    };
  }

  private static CauseType or(@Nullable CauseType given, CauseType usual) {
    return given == null ? usual : given;
  }

  /** {@code notSupported} and the like, as files write causes. */
  private static CauseType cause(String text) {
    return CauseType.valueOf(text.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
  }

  private static NameFormat format(Cell cell) {
    return NameFormat.named(cell.value())
        .orElseThrow(() -> new IllegalArgumentException("unknown format '" + cell.value() + "'"));
  }

  private static long number(Cell cell) {
    return Long.parseLong(cell.value());
  }
}
