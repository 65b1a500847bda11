package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Set;

/** The roles that every cluster has; what they allow is Kubernetes' own affair. */
final class BuiltInRoles {

  private static final Set<String> USER_ROLES = Set.of("cluster-admin", "admin", "edit", "view");
  private static final List<String> MARKS =
      List.of("kubernetes.io/bootstrapping", "rbac.authorization.k8s.io/bootstrapping");

  private BuiltInRoles() {}

  /** @param builtin the parameter by which a rule looks at them, too */
  static boolean isLeftOut(InputObject role, Node builtin) {
    return !builtin.isTrue() && isOne(role);
  }

  private static boolean isOne(InputObject role) {
    return role.name().startsWith("system:")
        || USER_ROLES.contains(role.name())
        || MARKS.stream().anyMatch(role.resource().labels()::containsKey);
  }
}
