package dev.seaworthy.validate.check.autoscaling;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/**
 * Between which bounds an autoscaler scales, and by what. Mirrors ValidateHorizontalPodAutoscaler,
 * which sees a target of CPU in the old version as the first metric of the new one.
 */
public final class AutoscalerCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("autoscaling", "HorizontalPodAutoscaler");
  }

  @Override
  public void check(Value autoscaler, Request request, Errors errors) {
    Value spec = autoscaler.at("spec");
    bounds(spec, request, errors);
    if (ApiVersions.areJudged(request)) {
      ApiVersions.ofTarget(spec.at("scaleTargetRef"), errors);
    }
    spec.at("metrics").items().forEach(metric -> new MetricCheck(metric, request, errors).check());
    utilization(spec, errors);
  }

  private static void bounds(Value spec, Request request, Errors errors) {
    Value most = spec.at("maxReplicas");
    Value least = spec.at("minReplicas");
    if (least.number() < (scalesToZero(request) ? 0 : 1)) {
      errors.invalid(least.path(), "minimum", "is " + least.number() + ", must not be so few");
    }
    if (most.number() == 0 && request.isSince(36)) {
      errors.required(most.path(), "required", "must be at least 1");
    } else if (most.number() < 1) {
      errors.invalid(most.path(), "minimum", "is " + most.number() + ", must be at least 1");
    }
    if (most.number() < least.number()) {
      errors.invalid(
          most.path(),
          "bounds-in-order",
          "is " + most.number() + ", must not be below minReplicas");
    }
    boolean zero = least.isPresent() && least.number() == 0;
    if (zero && !hasMetricWithoutPods(spec)) {
      errors.forbidden(
          spec.at("metrics").path(),
          "metric-without-pods",
          "must have an Object or External metric, since without pods there are no others");
    }
  }

  private static boolean scalesToZero(Request request) {
    return request.isSince(36);
  }

  private static boolean hasMetricWithoutPods(Value spec) {
    return spec.at("metrics").items().stream()
        .map(metric -> metric.at("type").text())
        .anyMatch(type -> type.equals("Object") || type.equals("External"));
  }

  private static void utilization(Value spec, Errors errors) {
    Value target = spec.at("targetCPUUtilizationPercentage");
    if (target.isPresent() && target.number() < 1) {
      errors.add(FieldError.of(
              CauseType.INVALID,
              target.path(),
              "minimum",
              "is " + target.number() + ", must be at least 1")
          .namedAs(spec.path()
              .child("metrics")
              .index(0)
              .child("resource")
              .child("target")
              .child("averageUtilization")));
    }
  }
}
