package dev.seaworthy.graph;

import dev.seaworthy.api.ObjectKey;
import java.util.Set;

/** Objects that every cluster has, or that its platform makes in every namespace. */
final class StandingObjects {

  private static final Set<String> CONFIG_MAPS =
      Set.of("kube-root-ca.crt", "openshift-service-ca.crt");
  private static final Set<String> PRIORITY_CLASSES =
      Set.of("system-node-critical", "system-cluster-critical");
  private static final Set<String> CLUSTER_ROLES = Set.of("cluster-admin", "admin", "edit", "view");
  private static final Set<String> SYSTEM_NAMESPACES = Set.of("kube-system", "kube-public");

  private StandingObjects() {}

  static boolean has(ObjectKey key) {
    return switch (key.kind().kind()) {
      case "ConfigMap" -> CONFIG_MAPS.contains(key.name());
      case "ServiceAccount" -> key.name().equals("default");
      case "PriorityClass" -> PRIORITY_CLASSES.contains(key.name());
      case "ClusterRole" -> CLUSTER_ROLES.contains(key.name()) || key.name().startsWith("system:");
      case "Role" -> SYSTEM_NAMESPACES.contains(key.namespace()) && isSystemRole(key.name());
      case "Service" -> key.namespace().equals("default") && key.name().equals("kubernetes");
      default -> false;
    };
  }

  private static boolean isSystemRole(String name) {
    return name.startsWith("system:") || name.equals("extension-apiserver-authentication-reader");
  }
}
