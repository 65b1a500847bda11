package dev.seaworthy.validate.check.rbac;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** The rules of a Role. Mirrors ValidateRole. */
public final class RoleCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("rbac.authorization.k8s.io", "Role");
  }

  @Override
  public void check(Value role, Request request, Errors errors) {
    RoleRules.check(role, true, errors);
  }
}
