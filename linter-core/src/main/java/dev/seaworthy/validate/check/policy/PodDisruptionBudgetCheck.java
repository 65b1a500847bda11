package dev.seaworthy.validate.check.policy;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.workload.Shares;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

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
    Shares.notNegative(value, errors);
    Shares.atMostAll(value, errors);
  }
}
