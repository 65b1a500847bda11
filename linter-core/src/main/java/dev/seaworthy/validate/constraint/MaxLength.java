package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.TextSize;

/** A text must be no longer, in bytes of UTF-8. */
record MaxLength(int bound, CauseType cause) implements Constraint {

  @Override
  public String origin() {
    return "maxLength";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (TextSize.bytes(value.text()) > bound) {
      errors.add(cause, value.path(), origin(), "must be no more than " + bound + " bytes");
    }
  }
}
