package dev.seaworthy.project.kustomize;

import java.util.ArrayList;
import java.util.List;

/** Where kustomize writes labels and annotations by default. */
final class LabelFields {

  private static final List<String> WORKLOADS = List.of(
      "ReplicationController", "Deployment", "ReplicaSet", "DaemonSet", "StatefulSet", "Job");

  private static final List<String> TERMS = List.of(
      "podAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector",
      "podAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector",
      "podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm/labelSelector",
      "podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/labelSelector");

  /** The labels of every object. */
  static final List<FieldRow> METADATA =
      List.of(FieldRow.of("*", "metadata/labels").created());

  /** Labels of what objects make: pods, Jobs and claims. */
  static final List<FieldRow> TEMPLATES = templates("labels");

  /** Labels by which objects select. */
  static final List<FieldRow> SELECTORS = selectors();

  static final List<FieldRow> ANNOTATIONS = annotations();

  private LabelFields() {}

  private static List<FieldRow> templates(String what) {
    List<FieldRow> rows = new ArrayList<>();
    WORKLOADS.forEach(
        kind -> rows.add(FieldRow.of(kind, "spec/template/metadata/" + what).created()));
    rows.add(FieldRow.of("CronJob", "spec/jobTemplate/metadata/" + what).created());
    rows.add(FieldRow.of("CronJob", "spec/jobTemplate/spec/template/metadata/" + what)
        .created());
    return rows;
  }

  private static List<FieldRow> annotations() {
    List<FieldRow> rows = new ArrayList<>(templates("annotations"));
    rows.add(0, FieldRow.of("*", "metadata/annotations").created());
    return rows;
  }

  private static List<FieldRow> selectors() {
    List<FieldRow> rows = new ArrayList<>();
    rows.add(FieldRow.of("Service", "spec/selector").ofGroup("").created());
    rows.add(FieldRow.of("ReplicationController", "spec/selector").created());
    for (String kind : List.of("Deployment", "ReplicaSet", "DaemonSet", "StatefulSet")) {
      rows.add(FieldRow.of(kind, "spec/selector/matchLabels").created());
    }
    rows.add(FieldRow.of("StatefulSet", "spec/volumeClaimTemplates[]/metadata/labels")
        .created());
    for (String kind : List.of("Deployment", "StatefulSet")) {
      TERMS.forEach(term ->
          rows.add(FieldRow.of(kind, "spec/template/spec/affinity/" + term + "/matchLabels")));
      rows.add(FieldRow.of(
          kind, "spec/template/spec/topologySpreadConstraints/labelSelector/matchLabels"));
    }
    rows.add(FieldRow.of("Job", "spec/selector/matchLabels"));
    rows.add(FieldRow.of("CronJob", "spec/jobTemplate/spec/selector/matchLabels"));
    rows.add(FieldRow.of("PodDisruptionBudget", "spec/selector/matchLabels"));
    rows.add(FieldRow.of("NetworkPolicy", "spec/podSelector/matchLabels"));
    rows.add(FieldRow.of("NetworkPolicy", "spec/ingress/from/podSelector/matchLabels"));
    rows.add(FieldRow.of("NetworkPolicy", "spec/egress/to/podSelector/matchLabels"));
    return rows;
  }
}
