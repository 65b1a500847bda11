package dev.seaworthy.validate.check.rbac;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** Rules about paths that are no resources stand alone. Mirrors ValidatePolicyRule. */
final class RoleRules {

  private RoleRules() {}

  /** {@code namespaced} says whether the role is one of a namespace, which has no such paths. */
  static void check(Value role, boolean namespaced, Errors errors) {
    for (Value rule : role.at("rules").items()) {
      Value paths = rule.at("nonResourceURLs");
      if (paths.size() > 0) {
        if (namespaced) {
          errors.invalid(paths.path(), "cluster-wide", "is possible in a ClusterRole only");
        }
        if (rule.at("apiGroups").size()
                + rule.at("resources").size()
                + rule.at("resourceNames").size()
            > 0) {
          errors.invalid(
              paths.path(),
              "rule-about-one-thing",
              "must not stand beside apiGroups, resources or resourceNames");
        }
      }
    }
  }
}
