package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** A list or map must have no fewer items, also if it is not there at all. */
record MinItems(int bound, CauseType cause) implements Constraint {

  static MinItems read(Cell cell, LineOptions options) {
    return new MinItems((int) cell.number(), options.cause(CauseType.REQUIRED));
  }

  @Override
  public String origin() {
    return "minItems";
  }

  @Override
  public boolean judgesAbsence() {
    return true;
  }

  @Override
  public void check(Value value, Errors errors) {
    if (value.size() < bound) {
      errors.add(
          cause,
          value.path(),
          origin(),
          "has " + value.size() + " items, must have at least " + bound);
    }
  }

  @Override
  public String words() {
    return "at least " + bound + (bound == 1 ? " item" : " items");
  }

  @Override
  public Mapping schema() {
    return Mapping.of("minItems", Scalar.of(bound), "minProperties", Scalar.of(bound));
  }
}
