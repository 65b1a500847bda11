package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** What a container may do. */
final class ContainerSecurityCheck {

  private static final String UNMASKED = "Unmasked";
  private static final List<String> PROC_MOUNTS = List.of("Default", UNMASKED);

  private final FieldRules rules;
  private final Errors errors;
  private final boolean hostUsers;
  private final ProfilesCheck profiles;
  private final WindowsOptionsCheck windows;

  ContainerSecurityCheck(FieldRules rules, PodScope scope) {
    this.rules = rules;
    this.errors = rules.errors();
    this.hostUsers = scope.usesHostUsers();
    this.profiles = new ProfilesCheck(rules);
    this.windows = new WindowsOptionsCheck(rules);
  }

  void check(Value context) {
    if (context.isAbsent()) {
      return;
    }
    rules.optionalId(context.at("runAsUser"));
    rules.optionalId(context.at("runAsGroup"));
    procMount(context.at("procMount"));
    profiles.seccomp(context.at("seccompProfile"));
    privilegesAgree(context);
    windows.check(context.at("windowsOptions"));
    profiles.appArmor(context.at("appArmorProfile"));
  }

  private void procMount(Value mount) {
    rules.optionalOneOf(mount, PROC_MOUNTS);
    if (hostUsers && mount.text().equals(UNMASKED)) {
      errors.invalid(
          mount.path(), "unmasked-needs-own-users", "is Unmasked, which needs hostUsers false");
    }
  }

  private void privilegesAgree(Value context) {
    if (context.at("allowPrivilegeEscalation").node().booleanOr(true)) {
      return;
    }
    if (context.at("privileged").isTrue()) {
      contradiction(context, "is privileged, which needs allowPrivilegeEscalation");
    }
    for (Value capability : context.at("capabilities", "add").items()) {
      if (capability.text().equals("CAP_SYS_ADMIN")) {
        contradiction(context, "adds CAP_SYS_ADMIN, which needs allowPrivilegeEscalation");
      }
    }
  }

  private void contradiction(Value context, String message) {
    errors.invalid(context.path(), "privileges-agree", message);
  }
}
