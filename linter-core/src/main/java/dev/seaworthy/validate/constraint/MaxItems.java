package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** A list or map must have no more items. */
record MaxItems(int bound, CauseType cause) implements Constraint {

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
}
