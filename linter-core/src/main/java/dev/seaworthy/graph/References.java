package dev.seaworthy.graph;

import dev.seaworthy.api.CsvIndex;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

  private static final CsvIndex TABLE = TableFile.byKind("references.csv");
  private static final Map<GroupKind, List<ReferenceRow>> ROWS = new ConcurrentHashMap<>();

  private References() {}

  private static List<ReferenceRow> rows(GroupKind kind) {
    List<ReferenceRow> known = ROWS.get(kind);
    if (known != null) {
      return known;
    }
    List<ReferenceRow> read =
        TABLE.rows(kind.group(), kind.kind()).stream().map(ReferenceRow::of).toList();
    if (!read.isEmpty()) {
      ROWS.put(kind, read);
    }
    return read;
  }

  /** The objects that {@code object} names, in the order of the table. */
  static List<Reference> of(InputObject object, Identities identities) {
    List<Reference> references = new ArrayList<>();
    object
        .template()
        .ifPresent(template -> rows(PODS)
            .forEach(row -> row.collect(object, template.specPath(), identities, references)));
    rows(object.kind()).forEach(row -> row.collect(object, FieldPath.ROOT, identities, references));
    return references;
  }

  /** Whether the object gives permissions to its subjects. */
  static boolean isBinding(InputObject object) {
    return BINDINGS.contains(object.kind());
  }
}
