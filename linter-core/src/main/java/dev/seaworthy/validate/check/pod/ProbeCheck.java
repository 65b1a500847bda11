package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import java.util.List;

/** The probes and hooks of a container that keeps running. */
final class ProbeCheck {

  private static final List<String> COUNTS = List.of(
      "initialDelaySeconds",
      "timeoutSeconds",
      "periodSeconds",
      "successThreshold",
      "failureThreshold");

  private final FieldRules rules;
  private final HandlerCheck handlers;

  ProbeCheck(PodScope scope) {
    this.rules = new FieldRules(scope.errors());
    this.handlers = new HandlerCheck(scope);
  }

  void checkAll(Value container) {
    lifecycle(container.at("lifecycle"));
    liveness(container.at("livenessProbe"));
    readiness(container.at("readinessProbe"));
    liveness(container.at("startupProbe"));
  }

  private void lifecycle(Value lifecycle) {
    if (lifecycle.at("postStart").isPresent()) {
      handlers.ofHook(lifecycle.at("postStart"));
    }
    if (lifecycle.at("preStop").isPresent()) {
      handlers.ofHook(lifecycle.at("preStop"));
    }
  }

  /** One success is enough to call a container alive, or started. */
  private void liveness(Value probe) {
    if (probe.isAbsent()) {
      return;
    }
    check(probe);
    Value threshold = probe.at("successThreshold");
    if (threshold.number() != 1) {
      rules
          .errors()
          .invalid(
              threshold.path(),
              "one-success-is-enough",
              "is " + threshold.number() + ", must be 1");
    }
  }

  private void readiness(Value probe) {
    if (probe.isAbsent()) {
      return;
    }
    check(probe);
    Value grace = probe.at("terminationGracePeriodSeconds");
    if (grace.isPresent()) {
      rules
          .errors()
          .invalid(grace.path(), "readiness-ends-nothing", "must not be set: it ends no container");
    }
  }

  private void check(Value probe) {
    handlers.ofProbe(probe);
    for (String count : COUNTS) {
      rules.nonNegative(probe.at(count));
    }
    Value grace = probe.at("terminationGracePeriodSeconds");
    if (grace.isPresent() && grace.number() <= 0) {
      rules
          .errors()
          .invalid(grace.path(), "positive", "is " + grace.number() + ", must be more than 0");
    }
  }
}
