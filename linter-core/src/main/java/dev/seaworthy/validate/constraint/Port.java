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

  static Port read(Options options) {
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
    return Mapping.of(
            "minimum", Scalar.of(1), "maximum", Scalar.of(HIGHEST), "minLength", Scalar.of(1))
        .with("maxLength", Scalar.of(15));
  }
}
