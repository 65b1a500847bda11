package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** What is inside the value is not judged here, though it is of a type that is judged elsewhere. */
record Unjudged(CauseType cause) implements Constraint {

  static Unjudged read() {
    return new Unjudged(CauseType.INTERNAL);
  }

  @Override
  public String origin() {
    return "unjudged";
  }

  @Override
  public void check(Value value, Errors errors) {
    // Nothing to say is all that this is about: the walk stops here.
  }

  @Override
  public String words() {
    return "";
  }
}
