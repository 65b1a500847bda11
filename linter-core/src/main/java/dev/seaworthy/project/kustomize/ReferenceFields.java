package dev.seaworthy.project.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where objects name others, as far as kustomize follows what it has renamed. */
final class ReferenceFields {

  /** A field that holds the name of an object of {@code target}, or is a mapping with one. */
  record Row(KindPattern target, FieldRow field) {}

  private static final Map<String, String> POD_SPECS = Map.of(
      "Pod", "spec",
      "PodTemplate", "template/spec",
      "Deployment", "spec/template/spec",
      "ReplicaSet", "spec/template/spec",
      "DaemonSet", "spec/template/spec",
      "StatefulSet", "spec/template/spec",
      "Job", "spec/template/spec",
      "ReplicationController", "spec/template/spec",
      "CronJob", "spec/jobTemplate/spec/template/spec");

  static final List<Row> ALL = all();

  private ReferenceFields() {}

  private static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    for (String kind : Replicas.KINDS) {
      add(rows, kind, "HorizontalPodAutoscaler", "spec/scaleTargetRef/name");
    }
    ofPods(
        rows,
        "ConfigMap",
        "volumes/configMap/name",
        "volumes/projected/sources/configMap/name",
        "containers/env/valueFrom/configMapKeyRef/name",
        "initContainers/env/valueFrom/configMapKeyRef/name",
        "containers/envFrom/configMapRef/name",
        "initContainers/envFrom/configMapRef/name");
    ofPods(
        rows,
        "Secret",
        "volumes/secret/secretName",
        "volumes/projected/sources/secret/name",
        "containers/env/valueFrom/secretKeyRef/name",
        "initContainers/env/valueFrom/secretKeyRef/name",
        "containers/envFrom/secretRef/name",
        "initContainers/envFrom/secretRef/name",
        "imagePullSecrets/name");
    ofPods(rows, "ServiceAccount", "serviceAccountName");
    ofPods(rows, "PersistentVolumeClaim", "volumes/persistentVolumeClaim/claimName");
    ofPods(rows, "PriorityClass", "priorityClassName");
    ofIngresses(rows);
    ofAccess(rows);
    ofStorage(rows);
    add(rows, "Service", "StatefulSet", "spec/serviceName");
    add(rows, "Service", "APIService", "spec/service/name");
    add(rows, "Service", "ValidatingWebhookConfiguration", "webhooks/clientConfig/service");
    add(rows, "Service", "MutatingWebhookConfiguration", "webhooks/clientConfig/service");
    return List.copyOf(rows);
  }

  private static void ofIngresses(List<Row> rows) {
    for (String path : List.of(
        "spec/rules/http/paths/backend/serviceName",
        "spec/backend/serviceName",
        "spec/rules/http/paths/backend/service/name",
        "spec/defaultBackend/service/name")) {
      add(rows, "Service", "Ingress", path);
    }
    add(rows, "Secret", "Ingress", "spec/tls/secretName");
    for (String key : List.of(
        "ingress.kubernetes.io\\/auth-secret",
        "nginx.ingress.kubernetes.io\\/auth-secret",
        "nginx.ingress.kubernetes.io\\/auth-tls-secret")) {
      add(rows, "Secret", "Ingress", "metadata/annotations/" + key);
    }
    add(
        rows,
        "ConfigMap",
        "Ingress",
        "metadata/annotations/nginx.ingress.kubernetes.io\\/fastcgi-params-configmap");
    add(rows, "IngressClass", "Ingress", "spec/ingressClassName");
  }

  private static void ofAccess(List<Row> rows) {
    for (String target : List.of("ConfigMap", "Secret")) {
      add(rows, target, "Role", "rules/resourceNames");
      add(rows, target, "ClusterRole", "rules/resourceNames");
    }
    add(rows, "Secret", "ServiceAccount", "imagePullSecrets/name");
    for (String binding : List.of("RoleBinding", "ClusterRoleBinding")) {
      add(rows, "Role", binding, "roleRef/name");
      add(rows, "ClusterRole", binding, "roleRef/name");
      add(rows, "ServiceAccount", binding, "subjects");
    }
  }

  private static void ofStorage(List<Row> rows) {
    add(rows, "PersistentVolume", "PersistentVolumeClaim", "spec/volumeName");
    add(rows, "PersistentVolume", "ClusterRole", "rules/resourceNames");
    add(rows, "StorageClass", "PersistentVolume", "spec/storageClassName");
    add(rows, "StorageClass", "PersistentVolumeClaim", "spec/storageClassName");
    add(rows, "StorageClass", "StatefulSet", "spec/volumeClaimTemplates/spec/storageClassName");
    add(rows, "Secret", "PersistentVolume", "spec/azureFile/secretName");
    for (String key : List.of("secretName", "adminSecretName", "userSecretName", "secretRef")) {
      add(rows, "Secret", "StorageClass", "parameters/" + key);
    }
  }

  private static void add(List<Row> rows, String target, String kind, String path) {
    rows.add(new Row(KindPattern.of(target), FieldRow.of(kind, path)));
  }

  private static void ofPods(List<Row> rows, String target, String... paths) {
    POD_SPECS.forEach((kind, spec) -> {
      for (String path : paths) {
        add(rows, target, kind, spec + "/" + path);
      }
    });
  }
}
