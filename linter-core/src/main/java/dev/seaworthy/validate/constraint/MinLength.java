package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.TextSize;

/** A text must be no shorter, in bytes of UTF-8. */
record MinLength(int bound, CauseType cause) implements Constraint {

  static MinLength read(Cell cell, LineOptions options) {
    return new MinLength((int) cell.number(), options.cause(CauseType.INVALID));
  }

  @Override
  public String origin() {
    return "minLength";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (value.isPresent() && TextSize.bytes(value.text()) < bound) {
      errors.add(
          cause,
          value.path(),
          origin(),
          bound == 1 ? "must not be empty" : "must be at least " + bound + " bytes");
    }
  }

  @Override
  public String words() {
    return bound == 1 ? "not empty" : "at least " + bound + " bytes";
  }

  /** JSON Schema counts characters: a single one may be enough bytes. */
  @Override
  public Mapping schema() {
    return Mapping.of("minLength", Scalar.of(1));
  }
}
