package dev.seaworthy.validate.check.rbac;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.meta.LabelSelectors;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** The rules of a ClusterRole, and of whom it collects more. Mirrors ValidateClusterRole. */
public final class ClusterRoleCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("rbac.authorization.k8s.io", "ClusterRole");
  }

  @Override
  public void check(Value role, Request request, Errors errors) {
    RoleRules.check(role, false, errors);
    for (Value selector : role.at("aggregationRule", "clusterRoleSelectors").items()) {
      if (!LabelSelectors.isValid(selector)) {
        errors.invalid(selector.path(), "selector", "can't be asked of any label");
      }
    }
  }
}
