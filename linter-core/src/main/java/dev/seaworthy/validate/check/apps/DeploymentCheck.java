package dev.seaworthy.validate.check.apps;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.workload.PodNames;
import dev.seaworthy.validate.check.workload.Shares;
import dev.seaworthy.validate.check.workload.WorkloadTemplate;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.IntOrPercent;

/** What no single field of a Deployment can tell. Mirrors ValidateDeploymentSpec. */
public final class DeploymentCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("apps", "Deployment");
  }

  @Override
  public void check(Value deployment, Request request, Errors errors) {
    PodNames.warn(deployment, errors);
    Value spec = deployment.at("spec");
    WorkloadTemplate.check(spec, errors);
    strategy(spec.at("strategy"), errors);
    deadlineOutlastsReadiness(spec, errors);
  }

  private static void strategy(Value strategy, Errors errors) {
    Value rollingUpdate = strategy.at("rollingUpdate");
    switch (strategy.at("type").text()) {
      case "Recreate" -> {
        if (rollingUpdate.isPresent()) {
          errors.forbidden(
              rollingUpdate.path(), "strategy-type", "must not be set where type is Recreate");
        }
      }
      case "RollingUpdate" -> {
        if (rollingUpdate.isAbsent()) {
          errors.required(
              rollingUpdate.path(), "strategy-type", "must be given where type is RollingUpdate");
        } else {
          rolloutCanMove(rollingUpdate, errors);
        }
      }
      default ->
        errors.notSupported(
            strategy.path(),
            "enum",
            "is '" + strategy.at("type").text() + "', must be RollingUpdate or Recreate");
    }
  }

  private static void rolloutCanMove(Value rollingUpdate, Errors errors) {
    Value unavailable = rollingUpdate.at("maxUnavailable");
    Value surge = rollingUpdate.at("maxSurge");
    Shares.notNegative(unavailable, errors);
    Shares.notNegative(surge, errors);
    IntOrPercent most = IntOrPercent.of(unavailable.node());
    if (most.value() == 0 && IntOrPercent.of(surge.node()).value() == 0) {
      errors.invalid(
          unavailable.path(),
          "rollout-can-move",
          "must not be 0 where maxSurge is 0, or no pod could ever be replaced");
    }
    Shares.atMostAll(unavailable, errors);
  }

  private static void deadlineOutlastsReadiness(Value spec, Errors errors) {
    Value deadline = spec.at("progressDeadlineSeconds");
    if (deadline.isPresent() && deadline.number() <= spec.at("minReadySeconds").number()) {
      errors.invalid(
          deadline.path(),
          "deadline-outlasts-readiness",
          "must be more than minReadySeconds, or every rollout would count as failed");
    }
  }
}
