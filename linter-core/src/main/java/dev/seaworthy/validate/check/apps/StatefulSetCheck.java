package dev.seaworthy.validate.check.apps;

import dev.seaworthy.validate.check.core.persistentvolume.PersistentVolumeWarnings;
import dev.seaworthy.validate.check.core.pod.PodTemplateSpecCheck;
import dev.seaworthy.validate.check.workload.Shares;
import dev.seaworthy.validate.check.workload.WorkloadTemplate;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.TypeCheck;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.IntOrPercent;
import dev.seaworthy.validate.format.NameFormat;

/** What no single field of a StatefulSet can tell. Mirrors ValidateStatefulSetSpec. */
public final class StatefulSetCheck implements TypeCheck {

  private static final int SERVICE_NAMES_JUDGED_SINCE = 33;

  @Override
  public String type() {
    return "apps/v1.StatefulSetSpec";
  }

  @Override
  public Value judged(Value spec) {
    return StatefulPod.in(spec);
  }

  @Override
  public void check(Value spec, Request request, Errors errors) {
    WorkloadTemplate.check(spec, errors);
    strategy(spec.at("updateStrategy"), errors);
    Value history = spec.at("revisionHistoryLimit");
    if (history.number() < 0) {
      errors.warn(history.path(), "negative-history", "is negative, so all revisions are kept");
    }
    for (Value claim : spec.at("volumeClaimTemplates").items()) {
      PersistentVolumeWarnings.ofClaimSpec(claim.at("spec"), errors);
    }
    PodTemplateSpecCheck.metadata(spec.at("template"), request, errors);
    serviceName(spec.at("serviceName"), request, errors);
  }

  /** It never changes, so that one which an older server let in may stay. */
  private static void serviceName(Value name, Request request, Errors errors) {
    boolean judged = request.isCreate() && request.isSince(SERVICE_NAMES_JUDGED_SINCE);
    if (judged && !name.text().isEmpty()) {
      errors.form(name, NameFormat.DNS1123_LABEL);
    }
  }

  private static void strategy(Value strategy, Errors errors) {
    Value rollingUpdate = strategy.at("rollingUpdate");
    switch (strategy.at("type").text()) {
      case "OnDelete" -> {
        if (rollingUpdate.isPresent()) {
          errors.invalid(
              rollingUpdate.path(), "strategy-type", "must not be set where type is OnDelete");
        }
      }
      case "RollingUpdate" -> unavailable(rollingUpdate.at("maxUnavailable"), errors);
      default ->
        errors.invalid(strategy.path(), "enum", "must be of type RollingUpdate or OnDelete");
    }
  }

  private static void unavailable(Value most, Errors errors) {
    if (most.isAbsent()) {
      return;
    }
    Shares.notNegative(most, errors);
    IntOrPercent share = IntOrPercent.of(most.node());
    if (share.value() == 0) {
      errors.invalid(most.path(), "rollout-can-move", "must not be 0");
    }
    Shares.atMostAll(most, errors);
  }
}
