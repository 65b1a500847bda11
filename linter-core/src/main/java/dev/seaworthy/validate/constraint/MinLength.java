package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.TextSize;

/** A text must be no shorter, in bytes of UTF-8. */
record MinLength(int bound, CauseType cause) implements Constraint {

  @Override
  public String origin() {
    return "minLength";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (value.isPresent() && TextSize.bytes(value.text()) < bound) {
      errors.add(cause, value.path(), origin(), "must be at least " + bound + " bytes");
    }
  }
}
