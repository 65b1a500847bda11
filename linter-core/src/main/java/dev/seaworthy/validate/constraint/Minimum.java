package dev.seaworthy.validate.constraint;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/**
 * A number or quantity must be no less.
 *
 * @param zero what becomes of 0 and of an absent number
 */
record Minimum(long bound, Zero zero, CauseType cause) implements Constraint {

  static Minimum read(Cell cell, LineOptions options) {
    return new Minimum(cell.number(), options.zero(), options.cause(CauseType.INVALID));
  }

  @Override
  public String origin() {
    return "minimum";
  }

  @Override
  public boolean judgesAbsence() {
    return zero == Zero.JUDGED;
  }

  @Override
  public void check(Value value, Errors errors) {
    boolean less = value.node().isString()
        ? Quantity.parse(value.text()).filter(q -> q.isLessThan(bound)).isPresent()
        : zero.judges(value) && value.number() < bound;
    if (less) {
      errors.add(
          cause,
          value.path(),
          origin(),
          "is " + (value.isAbsent() ? "0" : value.node().toJson()) + ", must be at least " + bound);
    }
  }

  @Override
  public String words() {
    return "at least " + bound;
  }

  @Override
  public Mapping schema() {
    return Mapping.of("minimum", Scalar.of(zero == Zero.IGNORED ? Math.min(bound, 0) : bound));
  }
}
