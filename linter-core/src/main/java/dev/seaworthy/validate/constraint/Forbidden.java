package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** There must be no value. */
record Forbidden(CauseType cause) implements Constraint {

  @Override
  public String origin() {
    return "forbidden";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (!Required.isEmpty(value)) {
      errors.add(cause, value.path(), origin(), "must not be set here");
    }
  }
}
