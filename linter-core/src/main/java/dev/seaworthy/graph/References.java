package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where objects name other objects: the rows of {@code references.csv}. */
final class References {

  static final GroupKind SECRET = GroupKind.of("", "Secret");
  static final GroupKind SERVICE = GroupKind.of("", "Service");
  static final GroupKind SERVICE_ACCOUNT = GroupKind.of("", "ServiceAccount");
  private static final String RBAC = "rbac.authorization.k8s.io";

  private static final Set<GroupKind> BINDINGS =
      Set.of(GroupKind.of(RBAC, "RoleBinding"), GroupKind.of(RBAC, "ClusterRoleBinding"));

  /** Stands in the table for every pod spec, whatever object holds it. */
  private static final GroupKind PODS = GroupKind.of("*", "pods");

  private static final Map<GroupKind, List<ReferenceRow>> TABLE = table();

  private References() {}

  private static Map<GroupKind, List<ReferenceRow>> table() {
    Map<GroupKind, List<ReferenceRow>> table = new HashMap<>();
    for (List<String> row : TableFile.rows("references.csv")) {
      table
          .computeIfAbsent(GroupKind.of(row.get(0), row.get(1)), k -> new ArrayList<>())
          .add(ReferenceRow.of(row));
    }
    return table;
  }

  /** The objects that {@code object} names, in the order of the table. */
  static List<Reference> of(InputObject object, Identities identities) {
    List<Reference> references = new ArrayList<>();
    object
        .template()
        .ifPresent(template -> TABLE
            .getOrDefault(PODS, List.of())
            .forEach(row -> row.collect(object, template.specPath(), identities, references)));
    TABLE
        .getOrDefault(object.kind(), List.of())
        .forEach(row -> row.collect(object, FieldPath.ROOT, identities, references));
    return references;
  }

  /** Whether the object gives permissions to its subjects. */
  static boolean isBinding(InputObject object) {
    return BINDINGS.contains(object.kind());
  }
}
