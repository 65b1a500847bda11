package dev.seaworthy.validate.check.core.quota;

import dev.seaworthy.validate.check.core.pod.ResourceNames;
import java.util.Set;

/** Which resources a quota can limit, and under which scopes. */
final class QuotaResources {

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

  /** All that Kubernetes knows, but for storage, which only requests can be limited of. */
  static boolean isStandard(String name) {
    return ResourceNames.isStandard(name) && !name.equals("storage");
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
