package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.Quantity;

/**
 * A number or quantity must be no less.
 *
 * @param zeroIsJudged whether nothing counts as 0, as it does where Go holds no pointer
 */
record Minimum(long bound, boolean zeroIsJudged, CauseType cause) implements Constraint {

  @Override
  public String origin() {
    return "minimum";
  }

  @Override
  public boolean judgesAbsence() {
    return zeroIsJudged;
  }

  @Override
  public void check(Value value, Errors errors) {
    boolean less = value.node().isString()
        ? Quantity.parse(value.text()).filter(q -> q.isLessThan(bound)).isPresent()
        : isLess(value);
    if (less) {
      errors.add(
          cause,
          value.path(),
          origin(),
          "is " + (value.isAbsent() ? "0" : value.node().toJson()) + ", must be at least " + bound);
    }
  }

  private boolean isLess(Value value) {
    return value.isAbsent() ? zeroIsJudged && bound > 0 : value.number() < bound;
  }
}
