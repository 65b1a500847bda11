package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.CauseType;
import dev.seaworthy.validate.Errors;
import dev.seaworthy.validate.Value;
import dev.seaworthy.validate.format.Quantity;

/** A number or quantity must be no less. */
record Minimum(long bound, CauseType cause) implements Constraint {

  @Override
  public String origin() {
    return "minimum";
  }

  @Override
  public void check(Value value, Errors errors) {
    boolean less = value.node().isString()
        ? Quantity.parse(value.text()).filter(q -> q.isLessThan(bound)).isPresent()
        : value.asLong().filter(number -> number < bound).isPresent();
    if (less) {
      errors.add(
          cause,
          value.path(),
          origin(),
          "is " + value.node().toJson() + ", must be at least " + bound);
    }
  }
}
