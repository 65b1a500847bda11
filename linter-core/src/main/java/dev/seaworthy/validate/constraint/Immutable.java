package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** A value must stay as it was. Asked on updates alone. */
record Immutable(CauseType cause) implements Constraint {

  static Immutable read(LineOptions options) {
    return new Immutable(options.cause(CauseType.INVALID));
  }

  @Override
  public String origin() {
    return "immutable";
  }

  @Override
  public boolean judgesAbsence() {
    return true;
  }

  @Override
  public void check(Value value, Errors errors) {
    if (!value.isChanged()) {
      return;
    }
    boolean nothingBoth = Required.isEmpty(value) && Required.isEmpty(value.before());
    if (!nothingBoth) {
      errors.add(cause, value.path(), origin(), "must not be changed");
    }
  }

  @Override
  public String words() {
    return "can't be changed";
  }
}
