package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** A pod that says for which system it is must not use what that system does not have. */
final class OperatingSystemCheck {

  private static final List<String> LINUX_OF_CONTEXT = List.of(
      "appArmorProfile",
      "seLinuxOptions",
      "seccompProfile",
      "fsGroup",
      "fsGroupChangePolicy",
      "runAsUser",
      "runAsGroup",
      "supplementalGroups",
      "supplementalGroupsPolicy",
      "seLinuxChangePolicy");

  private static final List<String> LINUX_OF_CONTAINERS = List.of(
      "appArmorProfile",
      "seLinuxOptions",
      "seccompProfile",
      "capabilities",
      "readOnlyRootFilesystem",
      "privileged",
      "allowPrivilegeEscalation",
      "procMount",
      "runAsUser",
      "runAsGroup");

  private final PodScope scope;
  private final Errors errors;

  OperatingSystemCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  void check() {
    Value os = scope.spec().at("os");
    if (os.isAbsent()) {
      return;
    }
    switch (os.at("name").text()) {
      case "linux" -> linux();
      case "windows" -> windows();
      default -> {}
    }
  }

  private void linux() {
    refuse(scope.spec().at("securityContext", "windowsOptions"), "linux");
    for (Value container : scope.allContainers()) {
      refuse(container.at("securityContext", "windowsOptions"), "linux");
    }
  }

  private void windows() {
    Value spec = scope.spec();
    Value context = spec.at("securityContext");
    LINUX_OF_CONTEXT.forEach(field -> refuse(context.at(field), "windows"));
    if (context.at("sysctls").size() > 0) {
      refuse(context.at("sysctls"), "windows");
    }
    refuse(spec.at("hostUsers"), "windows");
    refuse(spec.at("shareProcessNamespace"), "windows");
    refuseTrue(spec.at("hostPID"));
    refuseTrue(spec.at("hostIPC"));
    refuse(spec.at("resources"), "windows");
    for (Value container : scope.allContainers()) {
      Value own = container.at("securityContext");
      LINUX_OF_CONTAINERS.forEach(field -> refuse(own.at(field), "windows"));
    }
  }

  private void refuseTrue(Value field) {
    if (field.isTrue()) {
      refuse(field, "windows");
    }
  }

  private void refuse(Value field, String system) {
    if (field.isPresent()) {
      errors.forbidden(
          field.path(), "known-to-the-system", "must not be set for a pod of " + system);
    }
  }
}
