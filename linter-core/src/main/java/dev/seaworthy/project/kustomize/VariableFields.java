package dev.seaworthy.project.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where kustomize looks for {@code $(NAME)} of its {@code vars} by default. */
final class VariableFields {

  private static final Map<String, String> POD_SPECS = new TreeMap<>(Map.of(
      "Pod", "spec",
      "Deployment", "spec/template/spec",
      "ReplicaSet", "spec/template/spec",
      "DaemonSet", "spec/template/spec",
      "StatefulSet", "spec/template/spec",
      "Job", "spec/template/spec",
      "CronJob", "spec/jobTemplate/spec/template/spec"));

  private static final List<String> OF_CONTAINERS =
      List.of("args", "command", "env/value", "volumeMounts/mountPath");

  static final List<FieldRow> ALL = all();

  private VariableFields() {}

  private static List<FieldRow> all() {
    List<FieldRow> rows = new ArrayList<>();
    POD_SPECS.forEach((kind, spec) -> {
      for (String containers : List.of("containers", "initContainers")) {
        OF_CONTAINERS.forEach(
            field -> rows.add(FieldRow.of(kind, spec + "/" + containers + "/" + field)));
      }
      // Of two kinds kustomize names a path that they do not have.
      if (!kind.equals("CronJob") && !kind.equals("StatefulSet")) {
        rows.add(FieldRow.of(kind, spec + "/volumes/nfs/server"));
      }
    });
    rows.add(FieldRow.of("Deployment", "spec/template/metadata/annotations"));
    rows.add(FieldRow.of("Ingress", "spec/rules/host"));
    rows.add(FieldRow.of("Ingress", "spec/tls/hosts"));
    rows.add(FieldRow.of("Ingress", "spec/tls/secretName"));
    rows.add(FieldRow.of("Service", "spec/ports/port"));
    rows.add(FieldRow.of("Service", "spec/ports/targetPort"));
    rows.add(FieldRow.of("PersistentVolume", "spec/nfs/server"));
    rows.add(FieldRow.of("*", "metadata/labels"));
    rows.add(FieldRow.of("*", "metadata/annotations"));
    return List.copyOf(rows);
  }
}
