package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** The security context of a pod, and the namespaces that it shares with its node. */
final class PodSecurityCheck {

  private static final List<String> FS_GROUP_POLICIES = List.of("Always", "OnRootMismatch");
  private static final List<String> GROUPS_POLICIES = List.of("Merge", "Strict");
  private static final List<String> SELINUX_POLICIES = List.of("MountOption", "Recursive");

  private final PodScope scope;
  private final FieldRules rules;
  private final Errors errors;

  PodSecurityCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
    this.rules = new FieldRules(errors);
  }

  void check() {
    Value context = scope.spec().at("securityContext");
    rules.optionalId(context.at("fsGroup"));
    rules.optionalId(context.at("runAsUser"));
    rules.optionalId(context.at("runAsGroup"));
    context.at("supplementalGroups").items().forEach(rules::optionalId);
    processesAreSharedOnce();
    new SysctlsCheck(scope).check(context.at("sysctls").items());
    rules.optionalOneOf(context.at("fsGroupChangePolicy"), FS_GROUP_POLICIES);
    rules.optionalOneOf(context.at("supplementalGroupsPolicy"), GROUPS_POLICIES);
    rules.optionalOneOf(
        context.at("seLinuxChangePolicy"),
        scope.request().isSince(36) ? SELINUX_POLICIES : List.of("Recursive"));
    ProfilesCheck profiles = new ProfilesCheck(rules);
    profiles.seccomp(context.at("seccompProfile"));
    profiles.appArmor(context.at("appArmorProfile"));
    new WindowsOptionsCheck(rules).check(context.at("windowsOptions"));
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
