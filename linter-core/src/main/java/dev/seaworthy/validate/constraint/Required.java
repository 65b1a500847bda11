package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** There must be a value, and it must not be empty. */
record Required(CauseType cause) implements Constraint {

  @Override
  public String origin() {
    return "required";
  }

  @Override
  public boolean judgesAbsence() {
    return true;
  }

  @Override
  public void check(Value value, Errors errors) {
    if (isEmpty(value)) {
      errors.add(cause, value.path(), origin(), "must be given");
    }
  }

  /** Empty as Go sees it: no text, no items. An empty struct counts as a value. */
  static boolean isEmpty(Value value) {
    return value.isAbsent()
        || (value.node().isString() && value.text().isEmpty())
        || (value.node().isSequence() && value.size() == 0);
  }
}
