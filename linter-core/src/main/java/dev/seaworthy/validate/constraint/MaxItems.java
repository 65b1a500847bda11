package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** A list or map must have no more items. */
record MaxItems(int bound, CauseType cause) implements Constraint {

  static MaxItems read(Cell cell, LineOptions options) {
    return new MaxItems((int) cell.number(), options.cause(CauseType.TOO_MANY));
  }

  @Override
  public String origin() {
    return "maxItems";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (value.size() > bound) {
      errors.add(
          cause,
          value.path(),
          origin(),
          "has " + value.size() + " items, must have at most " + bound);
    }
  }

  @Override
  public String words() {
    return "at most " + bound + " items";
  }

  @Override
  public Mapping schema() {
    return Mapping.of("maxItems", Scalar.of(bound), "maxProperties", Scalar.of(bound));
  }
}
