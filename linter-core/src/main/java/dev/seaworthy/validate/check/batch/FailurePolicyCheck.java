package dev.seaworthy.validate.check.batch;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.Set;

/** What failures of pods mean. Mirrors validatePodFailurePolicy. */
final class FailurePolicyCheck {

  private final Value spec;
  private final Errors errors;
  private final Set<String> containers = new HashSet<>();

  FailurePolicyCheck(Value spec, Errors errors) {
    this.spec = spec;
    this.errors = errors;
    Value pod = spec.at("template", "spec");
    pod.at("containers").items().forEach(one -> containers.add(one.at("name").text()));
    pod.at("initContainers")
        .items()
        .forEach(one -> containers.add(one.at("name").text()));
  }

  void check() {
    spec.at("podFailurePolicy", "rules").items().forEach(this::rule);
  }

  private void rule(Value rule) {
    Value action = rule.at("action");
    if (action.text().equals("FailIndex") && spec.at("backoffLimitPerIndex").isAbsent()) {
      errors.invalid(
          action.path(), "fail-index", "must not be FailIndex without backoffLimitPerIndex");
    }
    Value codes = rule.at("onExitCodes");
    boolean conditions = rule.at("onPodConditions").size() > 0;
    if (codes.isPresent()) {
      exitCodes(codes);
    }
    if (conditions == codes.isPresent()) {
      errors.invalid(rule.path(), "one-pattern", "must have either onExitCodes or onPodConditions");
    }
  }

  private void exitCodes(Value codes) {
    Value container = codes.at("containerName");
    if (container.isPresent() && !containers.contains(container.text())) {
      errors.invalid(
          container.path(),
          "container-of-pod",
          "is '" + container.text() + "', which is no container of the template");
    }
    Value values = codes.at("values");
    boolean zeroIsSuccess = codes.at("operator").text().equals("In");
    boolean ordered = true;
    long last = Long.MIN_VALUE;
    for (Value value : values.items()) {
      if (zeroIsSuccess && value.number() == 0) {
        errors.invalid(value.path(), "failure-code", "must not be 0, which is success");
      }
      ordered &= value.number() >= last;
      last = value.number();
    }
    if (!ordered) {
      errors.invalid(values.path(), "in-order", "must be in ascending order");
    }
  }
}
