package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/**
 * The constraints on one subject, in the order of the file. If a value is missing that must be
 * there, the others are not asked.
 */
public final class Constraints {

  public static final Constraints NONE = new Constraints(new Constraint[0], new Constraint[0]);

  private final Constraint[] always;
  private final Constraint[] onUpdate;

  Constraints(Constraint[] always, Constraint[] onUpdate) {
    this.always = always;
    this.onUpdate = onUpdate;
  }

  public boolean isEmpty() {
    return always.length == 0 && onUpdate.length == 0;
  }

  /** Whether one of these has something to say where nothing stands. */
  public boolean judgeAbsence() {
    for (Constraint constraint : always) {
      if (constraint.judgesAbsence()) {
        return true;
      }
    }
    return onUpdate.length > 0;
  }

  /** Whether the walk is not to go on inside the value. */
  public boolean endWalk() {
    for (Constraint constraint : always) {
      if (constraint instanceof Unjudged) {
        return true;
      }
    }
    return false;
  }

  public void check(Value value, boolean update, Errors errors) {
    for (Constraint constraint : always) {
      int before = errors.count();
      constraint.check(value, errors);
      if (constraint instanceof Required && errors.count() > before) {
        break;
      }
    }
    if (update) {
      for (Constraint constraint : onUpdate) {
        constraint.check(value, errors);
      }
    }
  }
}
