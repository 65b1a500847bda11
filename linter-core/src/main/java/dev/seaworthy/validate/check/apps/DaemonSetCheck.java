package dev.seaworthy.validate.check.apps;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.workload.Shares;
import dev.seaworthy.validate.check.workload.WorkloadTemplate;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.IntOrPercent;

/** What no single field of a DaemonSet can tell. Mirrors ValidateDaemonSetSpec. */
public final class DaemonSetCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("apps", "DaemonSet");
  }

  @Override
  public void check(Value daemonSet, Request request, Errors errors) {
    Value spec = daemonSet.at("spec");
    WorkloadTemplate.checkTemplate(spec, errors);
    Value strategy = spec.at("updateStrategy");
    Value rollingUpdate = strategy.at("rollingUpdate");
    switch (strategy.at("type").text()) {
      case "OnDelete" -> {}
      case "RollingUpdate" -> {
        if (rollingUpdate.isAbsent()) {
          errors.required(
              rollingUpdate.path(), "strategy-type", "must be given where type is RollingUpdate");
        } else {
          rollout(rollingUpdate, errors);
        }
      }
      default ->
        errors.notSupported(strategy.path(), "enum", "must be of type RollingUpdate or OnDelete");
    }
  }

  /** A node's pod is replaced either before or after its successor starts, not both. */
  private static void rollout(Value rollingUpdate, Errors errors) {
    Value unavailable = rollingUpdate.at("maxUnavailable");
    Value surge = rollingUpdate.at("maxSurge");
    Shares.notNegative(unavailable, errors);
    Shares.notNegative(surge, errors);
    Shares.atMostAll(unavailable, errors);
    Shares.atMostAll(surge, errors);
    boolean takesDown = IntOrPercent.of(unavailable.node()).value() != 0;
    boolean addsFirst = IntOrPercent.of(surge.node()).value() != 0;
    if (takesDown && addsFirst) {
      errors.invalid(surge.path(), "one-way-to-roll", "must be 0 where maxUnavailable is not");
    } else if (!takesDown && !addsFirst) {
      errors.required(unavailable.path(), "rollout-can-move", "must not be 0 where maxSurge is 0");
    }
  }
}
