package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.validate.field.Value;

/** The control of kernel parameters: only those that no other pod of the node feels. */
final class SysctlControl {

  private SysctlControl() {}

  static void judge(ReviewedPod pod, Violations violations) {
    for (Value sysctl : pod.context().at("sysctls").items()) {
      Value name = sysctl.at("name");
      if (!SafeSysctls.contains(name.text(), pod.minor())) {
        violations.add(name, "must not be " + name.text());
      }
    }
  }
}
