package dev.seaworthy.validate.check.core.quota;

import java.util.Set;

/** Which resources a quota can limit, and under which scopes. */
final class QuotaResources {

  private static final Set<String> STANDARD = Set.of(
      "cpu",
      "memory",
      "ephemeral-storage",
      "requests.cpu",
      "requests.memory",
      "requests.storage",
      "requests.ephemeral-storage",
      "limits.cpu",
      "limits.memory",
      "limits.ephemeral-storage",
      "pods",
      "resourcequotas",
      "services",
      "replicationcontrollers",
      "secrets",
      "persistentvolumeclaims",
      "configmaps",
      "services.nodeports",
      "services.loadbalancers");

  private static final Set<String> OF_PODS =
      Set.of("cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory");

  private static final Set<String> SCOPES = Set.of(
      "Terminating",
      "NotTerminating",
      "BestEffort",
      "NotBestEffort",
      "PriorityClass",
      "CrossNamespacePodAffinity",
      "VolumeAttributesClass");

  private QuotaResources() {}

  static boolean isStandard(String name) {
    return STANDARD.contains(name)
        || name.startsWith("hugepages-")
        || name.startsWith("requests.hugepages-");
  }

  static boolean isScope(String name) {
    return SCOPES.contains(name);
  }

  /** Whether what the scope chooses has such a resource at all. */
  static boolean fits(String scope, String resource) {
    return switch (scope) {
      case "Terminating",
          "NotTerminating",
          "NotBestEffort",
          "PriorityClass",
          "CrossNamespacePodAffinity" -> resource.equals("pods") || OF_PODS.contains(resource);
      case "BestEffort" -> resource.equals("pods");
      case "VolumeAttributesClass" ->
        resource.equals("persistentvolumeclaims") || resource.equals("requests.storage");
      default -> true;
    };
  }
}
