package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** The security context of a pod, and the namespaces that it shares with its node. */
final class PodSecurityCheck {

  private final PodScope scope;
  private final Errors errors;

  PodSecurityCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  void check() {
    Value context = scope.spec().at("securityContext");
    processesAreSharedOnce();
    new SysctlsCheck(scope).check(context.at("sysctls").items());
    new WindowsOptionsCheck(errors).check(context.at("windowsOptions"));
    ownUsersShareNothing();
  }

  private void processesAreSharedOnce() {
    Value share = scope.spec().at("shareProcessNamespace");
    if (share.isTrue() && scope.spec().at("hostPID").isTrue()) {
      Value holder =
          scope.request().isSince(37) ? scope.spec() : scope.spec().at("securityContext");
      errors.invalid(
          holder.path().child("shareProcessNamespace"),
          "processes-shared-once",
          "must not be true together with hostPID");
    }
  }

  /** Paths as the server writes them: two start with a capital letter. */
  private void ownUsersShareNothing() {
    if (scope.usesHostUsers()) {
      return;
    }
    Value spec = scope.spec();
    refuseWithOwnUsers(spec.at("hostNetwork"), spec.at("hostNetwork"));
    refuseWithOwnUsers(spec.at("hostPID"), spec.at("HostPID"));
    refuseWithOwnUsers(spec.at("hostIPC"), spec.at("HostIPC"));
    for (Value container : scope.allContainers()) {
      Value devices = container.at("volumeDevices");
      if (devices.size() > 0 && scope.request().isSince(34)) {
        withOwnUsers(devices);
      }
    }
  }

  private void refuseWithOwnUsers(Value field, Value reportedAt) {
    if (field.isTrue()) {
      withOwnUsers(reportedAt);
    }
  }

  private void withOwnUsers(Value field) {
    errors.forbidden(
        field.path(), "own-users-share-nothing", "must not be set where hostUsers is false");
  }
}
