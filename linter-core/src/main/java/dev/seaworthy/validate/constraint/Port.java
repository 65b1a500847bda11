package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/** A port's number or name. */
record Port(Zero zero, CauseType cause) implements Constraint {

  private static final int HIGHEST = 65_535;

  /** A letter at least, and hyphens only between other characters, one at a time. */
  private static final String NAME = "^([a-z0-9]+-)*[a-z0-9]*[a-z][a-z0-9]*(-[a-z0-9]+)*$";

  static Port read(LineOptions options) {
    return new Port(options.zero(), options.cause(CauseType.INVALID));
  }

  @Override
  public String origin() {
    return "port";
  }

  @Override
  public boolean judgesAbsence() {
    return zero == Zero.JUDGED;
  }

  @Override
  public void check(Value value, Errors errors) {
    if (value.node().isString()) {
      for (String problem : NameFormat.PORT_NAME.problems(value.text())) {
        errors.add(cause, value.path(), origin(), "is '" + value.text() + "', " + problem);
      }
    } else if (zero.judges(value) && (value.number() < 1 || value.number() > HIGHEST)) {
      errors.add(
          cause,
          value.path(),
          origin(),
          "is " + value.number() + ", must be between 1 and " + HIGHEST);
    }
  }

  @Override
  public String words() {
    return "a port: 1 to " + HIGHEST + ", or a port's name";
  }

  @Override
  public Mapping schema() {
    boolean none = zero == Zero.IGNORED;
    return Mapping.of(
        "minimum",
        Scalar.of(none ? 0 : 1),
        "maximum",
        Scalar.of(HIGHEST),
        "pattern",
        Scalar.of(none ? "^$|" + NAME : NAME),
        "maxLength",
        Scalar.of(15));
  }
}
