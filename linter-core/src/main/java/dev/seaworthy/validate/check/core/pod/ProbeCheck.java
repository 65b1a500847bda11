package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** The probes and hooks of a container that keeps running. */
final class ProbeCheck {

  private final Errors errors;

  private final HandlerCheck handlers;

  ProbeCheck(PodScope scope) {
    this.errors = scope.errors();
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
    Value threshold = probe.at("successThreshold");
    if (threshold.number() != 1) {
      errors.invalid(
          threshold.path(), "one-success-is-enough", "is " + threshold.number() + ", must be 1");
    }
  }

  private void readiness(Value probe) {
    if (probe.isAbsent()) {
      return;
    }
    Value grace = probe.at("terminationGracePeriodSeconds");
    if (grace.isPresent()) {
      errors.invalid(
          grace.path(), "readiness-ends-nothing", "must not be set: it ends no container");
    }
  }
}
