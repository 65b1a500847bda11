package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** A number must be no more. */
record Maximum(long bound, CauseType cause) implements Constraint {

  static Maximum read(Cell cell, LineOptions options) {
    return new Maximum(cell.number(), options.cause(CauseType.INVALID));
  }

  @Override
  public String origin() {
    return "maximum";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (value.asLong().orElse(bound) > bound) {
      errors.add(
          cause, value.path(), origin(), "is " + value.number() + ", must be at most " + bound);
    }
  }

  @Override
  public String words() {
    return "at most " + bound;
  }

  @Override
  public Mapping schema() {
    return Mapping.of("maximum", Scalar.of(bound));
  }
}
