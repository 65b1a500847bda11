package dev.seaworthy.validate.constraint;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/**
 * A port's number or name.
 *
 * @param zeroIsJudged whether nothing counts as 0, as it does where Go holds no pointer
 */
record Port(boolean zeroIsJudged, CauseType cause) implements Constraint {

  private static final int HIGHEST = 65_535;

  @Override
  public String origin() {
    return "port";
  }

  @Override
  public boolean judgesAbsence() {
    return zeroIsJudged;
  }

  @Override
  public void check(Value value, Errors errors) {
    if (value.node().isString()) {
      for (String problem : NameFormat.PORT_NAME.problems(value.text())) {
        errors.add(cause, value.path(), origin(), "is '" + value.text() + "', " + problem);
      }
    } else if ((value.isPresent() || zeroIsJudged)
        && (value.number() < 1 || value.number() > HIGHEST)) {
      errors.add(
          cause,
          value.path(),
          origin(),
          "is " + value.number() + ", must be between 1 and " + HIGHEST);
    }
  }
}
