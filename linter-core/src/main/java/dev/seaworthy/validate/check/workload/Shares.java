package dev.seaworthy.validate.check.workload;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.IntOrPercent;
import dev.seaworthy.validate.format.ValueFormat;

/** Numbers of pods, or percentages of them. */
public final class Shares {

  private Shares() {}

  /** A number that is not negative, or a percentage. Mirrors ValidatePositiveIntOrPercent. */
  public static void notNegative(Value value, Errors errors) {
    if (value.node().isString()) {
      if (!ValueFormat.PERCENT.accepts(value.text())) {
        errors.invalid(
            value.path(),
            "format=percent",
            "is '" + value.text() + "', must be a number or a percentage such as 25%");
      }
    } else if (value.number() < 0) {
      errors.invalid(value.path(), "minimum", "must not be negative");
    }
  }

  /** No more than all. Mirrors IsNotMoreThan100Percent. */
  public static void atMostAll(Value value, Errors errors) {
    IntOrPercent share = IntOrPercent.of(value.node());
    if (share.percent() && share.value() > 100) {
      errors.invalid(value.path(), "at-most-100-percent", "must not exceed 100%");
    }
  }
}
