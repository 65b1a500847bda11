package dev.seaworthy.graph;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.SystemNamespaces;
import java.util.List;
import java.util.Set;

/** Objects that every cluster has, or that its platform makes in every namespace. */
final class StandingObjects {

  private static final Set<String> CONFIG_MAPS =
      Set.of("kube-root-ca.crt", "openshift-service-ca.crt", "istio-ca-root-cert");
  private static final Set<String> PRIORITY_CLASSES =
      Set.of("system-node-critical", "system-cluster-critical");
  private static final Set<String> CLUSTER_ROLES = Set.of("cluster-admin", "admin", "edit", "view");

  /** Those that a platform brings with it: OpenShift and its monitoring, Knative for its sources. */
  private static final Set<String> PLATFORM_ROLES = Set.of(
      "addressable-resolver",
      "podspecable-binding",
      "alert-routing-edit",
      "basic-user",
      "cluster-monitoring-view",
      "cluster-reader",
      "cluster-status",
      "monitoring-edit",
      "monitoring-rules-edit",
      "monitoring-rules-view",
      "registry-admin",
      "registry-editor",
      "registry-viewer",
      "self-provisioner",
      "storage-admin",
      "sudoer",
      "user-workload-monitoring-config-edit");

  /** Of Kubernetes, of OpenShift's parts, and of KubeVirt for its machines and templates. */
  private static final List<String> ROLE_BEGINNINGS = List.of(
      "system:",
      "open-cluster-management:",
      "openshift-",
      "kubevirt.io:",
      "cdi.kubevirt.io:",
      "instancetype.kubevirt.io:",
      "template:");

  /** Where the commands that install Flux put it. */
  private static final String OF_FLUX = "flux-system";

  /** Of cert-manager for challenges, and of Authentik for what stands before applications. */
  private static final Set<String> MADE_SERVICES = Set.of("cm-acme-http-solver-", "ak-outpost-");

  private static final Set<String> SYSTEM_NAMESPACES = Set.of("kube-system", "kube-public");

  private StandingObjects() {}

  static boolean has(ObjectKey key) {
    return switch (key.kind().kind()) {
      case "ConfigMap" -> CONFIG_MAPS.contains(key.name());
      case "ServiceAccount" -> key.name().equals("default");
      case "PriorityClass" -> PRIORITY_CLASSES.contains(key.name());
      case "ClusterRole" -> isClusterRole(key.name());
      case "Role" -> SYSTEM_NAMESPACES.contains(key.namespace()) && isSystemRole(key.name());
      case "Namespace" ->
        SystemNamespaces.ALL.contains(key.name())
            || isOfPlatform(key.name())
            || key.name().equals(OF_FLUX);
      case "Service" -> isStandingService(key);
      // Google's clusters bring these.
      case "GatewayClass" -> key.name().startsWith("gke-l7-");
      default -> false;
    };
  }

  /** That of the API server, and those that programs make while they run, under names of their own. */
  private static boolean isStandingService(ObjectKey key) {
    return key.namespace().equals("default") && key.name().equals("kubernetes")
        || MADE_SERVICES.stream().anyMatch(key.name()::startsWith);
  }

  private static boolean isClusterRole(String name) {
    return CLUSTER_ROLES.contains(name)
        || PLATFORM_ROLES.contains(name)
        || ROLE_BEGINNINGS.stream().anyMatch(name::startsWith);
  }

  /** Whether the cluster and its platform fill the namespace with much that no input has. */
  static boolean isOfPlatform(String namespace) {
    return SYSTEM_NAMESPACES.contains(namespace) || namespace.startsWith("openshift-");
  }

  private static boolean isSystemRole(String name) {
    return name.startsWith("system:") || name.equals("extension-apiserver-authentication-reader");
  }
}
