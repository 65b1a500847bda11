package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** What a container may do. */
final class ContainerSecurityCheck {

  private static final String UNMASKED = "Unmasked";
  private final Errors errors;
  private final boolean hostUsers;
  private final WindowsOptionsCheck windows;

  ContainerSecurityCheck(Errors errors, PodScope scope) {
    this.errors = errors;
    this.hostUsers = scope.usesHostUsers();
    this.windows = new WindowsOptionsCheck(errors);
  }

  void check(Value context) {
    if (context.isAbsent()) {
      return;
    }
    procMount(context.at("procMount"));
    privilegesAgree(context);
    windows.check(context.at("windowsOptions"));
  }

  private void procMount(Value mount) {
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
