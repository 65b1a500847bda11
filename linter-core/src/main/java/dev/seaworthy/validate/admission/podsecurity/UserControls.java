package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.validate.field.Value;

/** Controls of who runs in a pod, and what that user may become. */
final class UserControls {

  private UserControls() {}

  static void escalation(ReviewedPod pod, Violations violations) {
    if (pod.isSparedAsWindows()) {
      return;
    }
    for (Value container : pod.containers()) {
      Value allowed = container.at("securityContext", "allowPrivilegeEscalation");
      if (allowed.node().booleanOr(true)) {
        violations.add(allowed, "must be false");
      }
    }
  }

  /** A container need not say it where the pod does. */
  static void nonRoot(ReviewedPod pod, Violations violations) {
    if (pod.isSparedForItsUsers()) {
      return;
    }
    Value ofPod = pod.context().at("runAsNonRoot");
    if (ofPod.isPresent() && !ofPod.isTrue()) {
      violations.add(ofPod, "must be true");
    }
    for (Value container : pod.containers()) {
      Value own = container.at("securityContext", "runAsNonRoot");
      if (own.isPresent() ? !own.isTrue() : !ofPod.isTrue()) {
        violations.add(own, own.isPresent() ? "must be true" : "must be true, here or of the pod");
      }
    }
  }

  static void user(ReviewedPod pod, Violations violations) {
    if (pod.isSparedForItsUsers()) {
      return;
    }
    for (Value context : pod.contexts()) {
      Value user = context.at("runAsUser");
      if (user.isPresent() && user.number() == 0) {
        violations.add(user, "must not be 0, which is root");
      }
    }
  }
}
