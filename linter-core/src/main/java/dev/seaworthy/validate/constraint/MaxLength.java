package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.TextSize;

/** A text must be no longer, in bytes of UTF-8. */
record MaxLength(int bound, CauseType cause) implements Constraint {

  static MaxLength read(Cell cell, LineOptions options) {
    return new MaxLength((int) cell.number(), options.cause(CauseType.TOO_LONG));
  }

  @Override
  public String origin() {
    return "maxLength";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (TextSize.bytes(value.text()) > bound) {
      errors.add(cause, value.path(), origin(), "must be no more than " + bound + " bytes");
    }
  }

  @Override
  public String words() {
    return "at most " + bound + " bytes";
  }

  /** JSON Schema counts characters, of which there are never more than bytes. */
  @Override
  public Mapping schema() {
    return Mapping.of("maxLength", Scalar.of(bound));
  }
}
