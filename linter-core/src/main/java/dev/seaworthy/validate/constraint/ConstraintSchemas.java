package dev.seaworthy.validate.constraint;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.schema.TypeConstraints;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.data.Row;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.data.TypeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The constraint files as JSON Schema, for objects that are created as people write them: what is
 * asked on updates alone is left out, and what the server fills in may be missing.
 */
public final class ConstraintSchemas implements TypeConstraints {

  private final TypeTable table = TypeTable.load("constraints.tsv");
  private final WrittenForm written;
  private final int minor;

  /** The constraints of one release. */
  public ConstraintSchemas(Release release) {
    this.minor = release.minor();
    this.written = new WrittenForm(minor);
  }

  @Override
  public List<Mapping> of(Type.Struct struct) {
    return rows(struct)
        .flatMap(row -> below(struct, steps(row), row).stream())
        .filter(schema -> schema.size() > 0)
        .toList();
  }

  private Stream<Row> rows(Type.Struct struct) {
    return table.rows(struct.name()).stream()
        .filter(row -> row.holdsIn(minor) && !row.has("update") && !row.has("dropped"));
  }

  /** Names, {@code []} and {@code {}}, down to what the line is asked of. */
  private static List<String> steps(Row row) {
    List<String> steps =
        List.of(row.subject().replace("[]", ".[]").replace("{}", ".{}").split("\\."));
    return ConstraintReader.isAboutStruct(row) ? steps.subList(0, steps.size() - 1) : steps;
  }

  private List<Mapping> below(Type.Struct owner, List<String> steps, Row row) {
    if (steps.isEmpty()) {
      return ofStruct(owner, row);
    }
    Field field = owner.field(steps.get(0)).orElse(null);
    if (field == null || written.drops(owner.name(), field.name())) {
      return List.of();
    }
    List<String> rest = steps.subList(1, steps.size());
    boolean ends = rest.stream().allMatch(PlaceSchema::isMark);
    if (ends && !ConstraintReader.isAboutStruct(row)) {
      return ofField(owner, field, rest, row);
    }
    List<String> names = rest.stream().filter(step -> !PlaceSchema.isMark(step)).toList();
    List<String> next = ends ? List.of() : rest.subList(rest.indexOf(names.get(0)), rest.size());
    return PlaceSchema.structOf(field.type())
        .map(struct -> below(struct, next, row))
        .orElse(List.of())
        .stream()
        .map(schema -> PlaceSchema.inField(field, schema))
        .toList();
  }

  private List<Mapping> ofStruct(Type.Struct owner, Row row) {
    return words(written.ofStruct(owner.name(), row), Constraint::schema)
        .map(schema -> where(owner, row, schema))
        .toList();
  }

  private List<Mapping> ofField(Type.Struct owner, Field field, List<String> marks, Row row) {
    boolean filled = isFilledIn(owner, field.name());
    boolean itself = marks.isEmpty();
    Row asked = filled && itself ? written.filledIn(owner.name(), field.name(), row) : row;
    return words(asked, word -> {
          Mapping value = word instanceof Forbidden ? forbidden(field, word) : word.schema();
          boolean needed = itself && !filled && word.demandsValue();
          return needed
              ? needed(field, value)
              : value.size() == 0 ? value : PlaceSchema.at(field, marks, value);
        })
        .map(schema -> where(owner, row, schema))
        .toList();
  }

  /** A struct of fields that the server drops is dropped with them. */
  private Mapping forbidden(Field field, Constraint word) {
    List<String> dropped = PlaceSchema.structOf(field.type()).stream()
        .flatMap(struct -> struct.fields().stream()
            .map(Field::name)
            .filter(name -> written.drops(struct.name(), name)))
        .toList();
    Mapping nothingElse =
        Mapping.of("propertyNames", Mapping.of("enum", Sequence.ofStrings(dropped)));
    return dropped.isEmpty()
        ? word.schema()
        : Presence.anyOf(List.of(word.schema(), nothingElse.with("type", Scalar.of("object"))));
  }

  /** The field must be there, and null is no value. */
  private static Mapping needed(Field field, Mapping value) {
    Mapping notNull =
        value.has("not") ? value : value.with("not", Mapping.of("type", Scalar.of("null")));
    return PlaceSchema.at(field, List.of(), notNull)
        .with("required", Sequence.ofStrings(List.of(field.name())));
  }

  private static Stream<Mapping> words(Row row, Function<Constraint, Mapping> schema) {
    List<Mapping> schemas = new ArrayList<>();
    for (Cell cell : row.cells()) {
      if (ConstraintReader.isConstraint(cell.word())) {
        schemas.add(schema.apply(ConstraintReader.constraint(row, cell)));
      }
    }
    return schemas.stream().filter(one -> one.size() > 0);
  }

  /** Under the line's condition, if JSON Schema can tell from what is written whether it is met. */
  private Mapping where(Type.Struct owner, Row row, Mapping schema) {
    Condition condition = Condition.of(row);
    if (condition == null) {
      return schema;
    }
    return isWritten(owner, condition)
        ? Mapping.of("if", condition.schema(), "then", schema)
        : Mapping.EMPTY;
  }

  private boolean isWritten(Type.Struct owner, Condition condition) {
    return condition.fields().stream()
        .noneMatch(
            field -> written.fills(owner.name(), field) || written.drops(owner.name(), field));
  }

  @Override
  public Optional<Mapping> unjudgedWhere(Type.Struct struct, String field) {
    if (isStatus(struct, field) || written.drops(struct.name(), field)) {
      return Optional.of(Mapping.EMPTY);
    }
    return rows(struct)
        .filter(row -> row.has("unjudged") && !row.has("forbidden"))
        .filter(row -> steps(row).get(0).equals(field))
        .map(row -> unjudgedWhere(struct, row))
        .findFirst();
  }

  @Override
  public boolean isFilledIn(Type.Struct struct, String field) {
    return written.fills(struct.name(), field)
        || written.drops(struct.name(), field)
        || rows(struct).anyMatch(row -> row.has("filled") && row.subject().equals(field));
  }

  private Mapping unjudgedWhere(Type.Struct struct, Row row) {
    Condition condition = Condition.of(row);
    boolean whole = row.subject().equals(steps(row).get(0));
    return condition == null || !whole || !isWritten(struct, condition)
        ? Mapping.EMPTY
        : condition.schema();
  }

  /** Whether it is the status of an object, which the server does not take from a creation. */
  private static boolean isStatus(Type.Struct struct, String field) {
    return field.equals("status") && struct.field("metadata").isPresent();
  }
}
