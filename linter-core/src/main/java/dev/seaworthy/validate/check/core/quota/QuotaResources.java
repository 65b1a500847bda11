package dev.seaworthy.validate.check.core.quota;

import dev.seaworthy.validate.check.core.pod.ResourceNames;
import dev.seaworthy.validate.field.Request;
import java.util.Set;

/** Which resources a quota can limit, and under which scopes. */
final class QuotaResources {

  private static final Set<String> OF_PODS =
      Set.of("cpu", "memory", "limits.cpu", "limits.memory", "requests.cpu", "requests.memory");

  private static final String ATTRIBUTES = "VolumeAttributesClass";

  private static final Set<String> SCOPES = Set.of(
      "Terminating",
      "NotTerminating",
      "BestEffort",
      "NotBestEffort",
      "PriorityClass",
      "CrossNamespacePodAffinity",
      ATTRIBUTES);

  private QuotaResources() {}

  /** All that Kubernetes knows, but for storage, which only requests can be limited of. */
  static boolean isStandard(String name) {
    return ResourceNames.isStandard(name) && !name.equals("storage");
  }

  static boolean isScope(String name, Request request) {
    return SCOPES.contains(name) && (!name.equals(ATTRIBUTES) || request.isSince(33));
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
      case ATTRIBUTES ->
        resource.equals("persistentvolumeclaims") || resource.equals("requests.storage");
      default -> true;
    };
  }
}
