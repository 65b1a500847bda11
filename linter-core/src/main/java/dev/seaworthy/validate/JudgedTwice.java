package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Kinds whose changes older servers judge as new objects and as changes, so that they list twice
 * what both find: their strategies call the validation of the kind before that of the change, which
 * calls it again.
 */
final class JudgedTwice {

  private static final String RBAC = "rbac.authorization.k8s.io";
  private static final String STORAGE = "storage.k8s.io";

  /** The last release that does so. */
  private static final Map<GroupKind, Integer> UNTIL = Map.ofEntries(
      Map.entry(GroupKind.of("", "PersistentVolume"), 35),
      Map.entry(GroupKind.of("", "PersistentVolumeClaim"), 35),
      Map.entry(GroupKind.of("", "ReplicationController"), 33),
      Map.entry(GroupKind.of("apps", "DaemonSet"), 35),
      Map.entry(GroupKind.of("apps", "ReplicaSet"), 35),
      Map.entry(GroupKind.of("batch", "Job"), 35),
      Map.entry(GroupKind.of("networking.k8s.io", "NetworkPolicy"), 35),
      Map.entry(GroupKind.of(RBAC, "ClusterRole"), 34),
      Map.entry(GroupKind.of(RBAC, "ClusterRoleBinding"), 34),
      Map.entry(GroupKind.of(RBAC, "Role"), 34),
      Map.entry(GroupKind.of(RBAC, "RoleBinding"), 34),
      Map.entry(GroupKind.of(STORAGE, "CSINode"), 35),
      Map.entry(GroupKind.of(STORAGE, "VolumeAttachment"), 35));

  /** What is about the change, or about what the server generates, is found by one judgement. */
  private static final Set<String> FOUND_ONCE =
      Set.of("immutable", "generated-label", "generated-selector");

  private JudgedTwice() {}

  /** Whether changes of the kind are judged twice in the release that is asked. */
  static boolean holds(GroupKind kind, Request request) {
    return request.isUpdate() && !request.isSince(UNTIL.getOrDefault(kind, 0) + 1);
  }

  /** The causes as the server lists them. */
  static List<FieldError> causes(GroupKind kind, Request request, List<FieldError> causes) {
    if (!holds(kind, request)) {
      return causes;
    }
    List<FieldError> said = new ArrayList<>(causes);
    causes.stream()
        .filter(cause -> !FOUND_ONCE.contains(cause.origin()))
        .filter(cause -> !isOfMetadata(cause))
        .forEach(said::add);
    return said;
  }

  /** What is wrong with metadata is counted where it is judged. */
  private static boolean isOfMetadata(FieldError cause) {
    return cause.field().steps().get(0).lastStep().equals("metadata");
  }
}
