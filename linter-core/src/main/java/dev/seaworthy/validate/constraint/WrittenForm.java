package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.data.TypeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lines of constraints as they hold for what people write, before the server fills fields in and
 * drops those behind a feature gate that is off. They ask less, and nothing more.
 */
final class WrittenForm {

  private static final Set<String> UNIONS = Set.of("exactlyOneOf", "atMostOneOf", "atLeastOneOf");

  private final TypeTable defaults = TypeTable.load("defaults.tsv");
  private final int minor;

  WrittenForm(int minor) {
    this.minor = minor;
  }

  /** Whether the server takes the field of that type and drops it. */
  boolean drops(String type, String field) {
    return defaults(type, field).stream().anyMatch(row -> row.has("dropped"));
  }

  /** Whether the server gives the field a value where there is none. */
  boolean fills(String type, String field) {
    return defaults(type, field).stream().anyMatch(row -> !row.has("dropped"));
  }

  private List<Row> defaults(String type, String field) {
    return defaults.rows(type).stream()
        .filter(row -> row.subject().equals(field) && row.holdsIn(minor))
        .toList();
  }

  /** A line about a field that the server fills in, if nothing or something empty is written. */
  Row filledIn(String type, String field, Row row) {
    boolean emptyIsReplaced =
        row.has("filled") || defaults(type, field).stream().anyMatch(WrittenForm::replacesEmpty);
    List<Cell> cells = new ArrayList<>(row.cells());
    cells.removeIf(cell -> cell.word().equals("required"));
    if (emptyIsReplaced) {
      cells.removeIf(cell -> Set.of("zero", "empty", "minLength").contains(cell.word()));
      cells.add(new Cell("zero", "ignored"));
    }
    return new Row(row.subject(), cells);
  }

  /** Whether the default takes the place of 0 or empty text: Go holds no pointer. */
  private static boolean replacesEmpty(Row row) {
    boolean text = row.has("copy") || row.get("value").orElse("").startsWith("s:");
    boolean emptyKept = row.get("empty").filter("kept"::equals).isPresent();
    return row.has("zero") || (text && !emptyKept);
  }

  /** A line about several fields of a type. */
  Row ofStruct(String type, Row row) {
    return new Row(
        row.subject(), row.cells().stream().map(cell -> ofStruct(type, cell)).toList());
  }

  private Cell ofStruct(String type, Cell cell) {
    boolean union = UNIONS.contains(cell.word());
    boolean needs = cell.word().equals("dependentRequired");
    if (!union && !needs && !cell.word().equals("dependentForbidden")) {
      return cell;
    }
    List<String> left = cell.list().stream()
        .filter(member -> !drops(type, fieldOf(member)))
        .filter(member -> !needs || !fills(type, member))
        .toList();
    boolean filled = union && left.stream().anyMatch(member -> fills(type, fieldOf(member)));
    return new Cell(filled ? "atMostOneOf" : cell.word(), String.join("|", left));
  }

  private static String fieldOf(String member) {
    return OneOf.Member.read(member).name();
  }
}
