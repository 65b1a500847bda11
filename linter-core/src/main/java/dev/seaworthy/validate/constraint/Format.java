package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.StringFormat;

/**
 * A text must have a form.
 *
 * @param empty whether empty text, and absence, are judged too
 */
record Format(StringFormat format, Empty empty, CauseType cause) implements Constraint {

  static Format read(Cell cell, LineOptions options) {
    StringFormat format = StringFormat.named(cell.value())
        .orElseThrow(() -> new IllegalArgumentException("unknown format '" + cell.value() + "'"));
    return new Format(format, options.empty(), options.cause(CauseType.INVALID));
  }

  @Override
  public String origin() {
    return "format=" + format.key();
  }

  @Override
  public boolean judgesAbsence() {
    return empty == Empty.JUDGED_ALSO_ABSENT;
  }

  @Override
  public void check(Value value, Errors errors) {
    if (!empty.judges(value)) {
      return;
    }
    String text = value.text();
    for (String problem : format.problems(text)) {
      errors.add(cause, value.path(), origin(), "is '" + text + "', " + problem);
    }
  }

  @Override
  public String words() {
    return "in the form " + format.key();
  }

  @Override
  public Mapping schema() {
    return format
        .pattern()
        .map(pattern ->
            Mapping.of("pattern", Scalar.of(empty == Empty.IGNORED ? "^$|" + pattern : pattern)))
        .orElse(Mapping.EMPTY);
  }
}
