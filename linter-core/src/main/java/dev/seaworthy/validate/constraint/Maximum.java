package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** A number must be no more. */
record Maximum(long bound, CauseType cause) implements Constraint {

  @Override
  public String origin() {
    return "maximum";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (value.asLong().filter(number -> number > bound).isPresent()) {
      errors.add(
          cause, value.path(), origin(), "is " + value.number() + ", must be at most " + bound);
    }
  }
}
