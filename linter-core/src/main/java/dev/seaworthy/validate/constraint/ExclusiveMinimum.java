package dev.seaworthy.validate.constraint;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** A number or quantity must be more. */
record ExclusiveMinimum(long bound, CauseType cause) implements Constraint {

  static ExclusiveMinimum read(Cell cell, LineOptions options) {
    return new ExclusiveMinimum(cell.number(), options.cause(CauseType.INVALID));
  }

  @Override
  public String origin() {
    return "exclusiveMinimum";
  }

  @Override
  public void check(Value value, Errors errors) {
    boolean less = value.node().isString()
        ? Quantity.parse(value.text()).filter(q -> q.compareTo(least()) <= 0).isPresent()
        : value.isPresent() && value.number() <= bound;
    if (less) {
      errors.add(
          cause,
          value.path(),
          origin(),
          "is " + value.node().toJson() + ", must be more than " + bound);
    }
  }

  private Quantity least() {
    return Quantity.parse(Long.toString(bound)).orElseThrow();
  }

  @Override
  public String words() {
    return "more than " + bound;
  }

  @Override
  public Mapping schema() {
    return Mapping.of("exclusiveMinimum", Scalar.of(bound));
  }
}
