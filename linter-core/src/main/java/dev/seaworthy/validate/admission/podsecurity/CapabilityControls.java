package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.validate.field.Value;
import java.util.Set;

/** Controls of the Linux capabilities of containers. */
final class CapabilityControls {

  /** What container runtimes give anyway. */
  private static final Set<String> USUAL = Set.of(
      "AUDIT_WRITE",
      "CHOWN",
      "DAC_OVERRIDE",
      "FOWNER",
      "FSETID",
      "KILL",
      "MKNOD",
      "NET_BIND_SERVICE",
      "SETFCAP",
      "SETGID",
      "SETPCAP",
      "SETUID",
      "SYS_CHROOT");

  private static final Set<String> HARMLESS = Set.of("NET_BIND_SERVICE");

  private CapabilityControls() {}

  static void baseline(ReviewedPod pod, Violations violations) {
    for (Value container : pod.containers()) {
      added(container, USUAL, violations);
    }
  }

  static void restricted(ReviewedPod pod, Violations violations) {
    if (pod.isSparedAsWindows()) {
      return;
    }
    for (Value container : pod.containers()) {
      Value drop = container.at("securityContext", "capabilities", "drop");
      if (drop.items().stream().noneMatch(one -> one.text().equals("ALL"))) {
        violations.add(drop, "must have ALL");
      }
      added(container, HARMLESS, violations);
    }
  }

  private static void added(Value container, Set<String> allowed, Violations violations) {
    for (Value capability :
        container.at("securityContext", "capabilities", "add").items()) {
      if (!allowed.contains(capability.text())) {
        violations.add(capability, "must not be " + capability.text());
      }
    }
  }
}
