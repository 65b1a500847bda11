package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where objects name other objects, as a table: a row a field. */
final class References {

  static final GroupKind CONFIG_MAP = GroupKind.of("", "ConfigMap");
  static final GroupKind SECRET = GroupKind.of("", "Secret");
  static final GroupKind SERVICE = GroupKind.of("", "Service");
  static final GroupKind SERVICE_ACCOUNT = GroupKind.of("", "ServiceAccount");
  static final GroupKind CLAIM = GroupKind.of("", "PersistentVolumeClaim");
  static final GroupKind PRIORITY_CLASS = GroupKind.of("scheduling.k8s.io", "PriorityClass");
  static final GroupKind STORAGE_CLASS = GroupKind.of("storage.k8s.io", "StorageClass");
  private static final String RBAC = "rbac.authorization.k8s.io";

  private static final List<String> CONTAINER_LISTS =
      List.of("initContainers", "containers", "ephemeralContainers");

  /** A field that names an object: what stands there, and the field in it that holds the name. */
  private record Row(GroupKind target, PathPattern place, String nameField) {}

  private static final List<Row> OF_POD_SPECS = rowsOfPodSpecs();

  private static final Map<GroupKind, List<Row>> OF_KINDS = Map.of(
      GroupKind.of("networking.k8s.io", "Ingress"),
      List.of(
          row(SERVICE, "spec.rules[].http.paths[].backend.service", "name"),
          row(SERVICE, "spec.rules[].http.paths[].backend", "serviceName"),
          row(SERVICE, "spec.defaultBackend.service", "name"),
          row(SERVICE, "spec.backend", "serviceName")),
      GroupKind.of("apps", "StatefulSet"),
      List.of(
          row(SERVICE, "spec", "serviceName"),
          row(STORAGE_CLASS, "spec.volumeClaimTemplates[].spec", "storageClassName")),
      CLAIM,
      List.of(row(STORAGE_CLASS, "spec", "storageClassName")),
      SERVICE_ACCOUNT,
      List.of(row(SECRET, "secrets[]", "name")));

  /** Kinds with a field that says the kind, too. */
  private static final Map<GroupKind, FieldPath> BY_KIND_AND_NAME = Map.of(
      GroupKind.of("autoscaling", "HorizontalPodAutoscaler"),
      FieldPath.of("spec", "scaleTargetRef"),
      GroupKind.of("keda.sh", "ScaledObject"),
      FieldPath.of("spec", "scaleTargetRef"),
      GroupKind.of("autoscaling.k8s.io", "VerticalPodAutoscaler"),
      FieldPath.of("spec", "targetRef"),
      GroupKind.of(RBAC, "RoleBinding"),
      FieldPath.of("roleRef"),
      GroupKind.of(RBAC, "ClusterRoleBinding"),
      FieldPath.of("roleRef"));

  private static final Set<GroupKind> BINDINGS =
      Set.of(GroupKind.of(RBAC, "RoleBinding"), GroupKind.of(RBAC, "ClusterRoleBinding"));

  private References() {}

  private static Row row(GroupKind target, String place, String nameField) {
    return new Row(target, PathPattern.parse(place), nameField);
  }

  private static List<Row> rowsOfPodSpecs() {
    List<Row> rows = new ArrayList<>();
    rows.add(row(CONFIG_MAP, "volumes[].configMap", "name"));
    rows.add(row(CONFIG_MAP, "volumes[].projected.sources[].configMap", "name"));
    rows.add(row(SECRET, "volumes[].secret", "secretName"));
    rows.add(row(SECRET, "volumes[].projected.sources[].secret", "name"));
    rows.add(row(SECRET, "volumes[].csi.nodePublishSecretRef", "name"));
    rows.add(row(CLAIM, "volumes[].persistentVolumeClaim", "claimName"));
    rows.add(row(PRIORITY_CLASS, "", "priorityClassName"));
    rows.add(row(SERVICE_ACCOUNT, "", "serviceAccountName"));
    rows.add(row(SERVICE_ACCOUNT, "", "serviceAccount"));
    for (String list : CONTAINER_LISTS) {
      rows.add(row(CONFIG_MAP, list + "[].env[].valueFrom.configMapKeyRef", "name"));
      rows.add(row(CONFIG_MAP, list + "[].envFrom[].configMapRef", "name"));
      rows.add(row(SECRET, list + "[].env[].valueFrom.secretKeyRef", "name"));
      rows.add(row(SECRET, list + "[].envFrom[].secretRef", "name"));
    }
    return rows;
  }

  /** The objects that {@code object} names, in the order of the table. */
  static List<Reference> of(InputObject object, ResourceGraph graph) {
    List<Reference> references = new ArrayList<>();
    object
        .template()
        .ifPresent(
            template -> collect(OF_POD_SPECS, object, template.specPath(), graph, references));
    collect(
        OF_KINDS.getOrDefault(object.kind(), List.of()), object, FieldPath.ROOT, graph, references);
    byKindAndName(object, graph).ifPresent(references::add);
    if (isBinding(object)) {
      collectSubjects(object, graph, references);
    }
    return references;
  }

  private static void collect(
      List<Row> rows,
      InputObject object,
      FieldPath start,
      ResourceGraph graph,
      List<Reference> references) {
    for (Row row : rows) {
      for (FieldPath place : row.place().resolve(object.resource().root(), start)) {
        Node holder = object.at(place);
        String name = holder.get(row.nameField()).text();
        if (!name.isEmpty()) {
          boolean scoped = !graph.isClusterScoped(row.target());
          references.add(new Reference(
              object,
              place.child(row.nameField()),
              row.target(),
              scoped ? graph.namespaceOf(object) : "",
              false,
              name,
              holder.get("optional").isTrue()));
        }
      }
    }
  }

  /** Whether the object gives permissions to its subjects. */
  static boolean isBinding(InputObject object) {
    return BINDINGS.contains(object.kind());
  }

  private static Optional<Reference> byKindAndName(InputObject object, ResourceGraph graph) {
    FieldPath path = BY_KIND_AND_NAME.get(object.kind());
    if (path == null) {
      return Optional.empty();
    }
    Node holder = object.at(path);
    if (holder.get("name").text().isEmpty()) {
      return Optional.empty();
    }
    GroupKind target = graph.canonical(targetKind(object.kind(), holder));
    String namespace = graph.isClusterScoped(target) ? "" : graph.namespaceOf(object);
    return Optional.of(new Reference(
        object, path.child("name"), target, namespace, false, holder.get("name").text(), false));
  }

  private static GroupKind targetKind(GroupKind source, Node holder) {
    if (BINDINGS.contains(source)) {
      return GroupKind.of(RBAC, holder.get("kind").text());
    }
    // KEDA's target is a Deployment where it does not say.
    String kind = holder.get("kind").stringOr("Deployment");
    String apiVersion = holder.get("apiVersion").stringOr("apps/v1");
    return GroupVersionKind.of(apiVersion, kind).groupKind();
  }

  private static void collectSubjects(
      InputObject binding, ResourceGraph graph, List<Reference> references) {
    FieldPath subjects = FieldPath.of("subjects");
    List<Node> items = binding.at(subjects).items();
    for (int i = 0; i < items.size(); i++) {
      Node subject = items.get(i);
      if (subject.get("kind").text().equals("ServiceAccount")) {
        String written = subject.get("namespace").text();
        references.add(new Reference(
            binding,
            subjects.index(i).child("name"),
            SERVICE_ACCOUNT,
            written.isEmpty() ? graph.namespaceOf(binding) : graph.namespace(written),
            !written.isEmpty(),
            subject.get("name").text(),
            false));
      }
    }
  }
}
