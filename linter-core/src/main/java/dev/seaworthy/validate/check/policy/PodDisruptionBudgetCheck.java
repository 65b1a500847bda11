package dev.seaworthy.validate.check.policy;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.IntOrPercent;
import dev.seaworthy.validate.format.NameFormat;

/** How many must stay or may go, one of both. Mirrors ValidatePodDisruptionBudgetSpec. */
public final class PodDisruptionBudgetCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("policy", "PodDisruptionBudget");
  }

  @Override
  public void check(Value budget, Request request, Errors errors) {
    Value spec = budget.at("spec");
    Value stay = spec.at("minAvailable");
    Value go = spec.at("maxUnavailable");
    if (stay.isPresent() && go.isPresent()) {
      errors.invalid(
          spec.path(), "one-bound", "must not have both minAvailable and maxUnavailable");
    }
    share(stay, errors);
    share(go, errors);
  }

  private static void share(Value value, Errors errors) {
    if (value.isAbsent()) {
      return;
    }
    if (value.node().isString()) {
      if (!NameFormat.PERCENT.accepts(value.text())) {
        errors.invalid(
            value.path(),
            "format=percent",
            "is '" + value.text() + "', must be a number or a percentage such as 25%");
      } else if (IntOrPercent.of(value.node()).value() > 100) {
        errors.invalid(value.path(), "at-most-100-percent", "must not exceed 100%");
      }
    } else if (value.number() < 0) {
      errors.invalid(value.path(), "minimum", "must not be negative");
    }
  }
}
