package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;
import java.util.Set;

/**
 * How often a server before 1.36 tells what is wrong with changed metadata. It is judged as that of
 * a new object and as a change for all kinds alike (rest.BeforeUpdate), and then by the kind's own
 * validation: most judge the change, some the new object too, and a few the new object twice.
 */
final class RepeatedMetadata {

  /** Kinds whose validation of a change calls that of a new object. */
  private static final Set<GroupKind> AS_NEW = Set.of(
      GroupKind.of("", "ConfigMap"),
      GroupKind.of("", "Endpoints"),
      GroupKind.of("", "LimitRange"),
      GroupKind.of("", "Namespace"),
      GroupKind.of("", "Node"),
      GroupKind.of("", "Pod"),
      GroupKind.of("", "Secret"),
      GroupKind.of("", "Service"),
      GroupKind.of("", "ServiceAccount"),
      GroupKind.of("certificates.k8s.io", "CertificateSigningRequest"),
      GroupKind.of("discovery.k8s.io", "EndpointSlice"),
      GroupKind.of("node.k8s.io", "RuntimeClass"),
      GroupKind.of("rbac.authorization.k8s.io", "ClusterRole"),
      GroupKind.of("rbac.authorization.k8s.io", "ClusterRoleBinding"),
      GroupKind.of("rbac.authorization.k8s.io", "Role"),
      GroupKind.of("rbac.authorization.k8s.io", "RoleBinding"),
      GroupKind.of("storage.k8s.io", "StorageClass"));

  /** Kinds whose strategies judge the new object, and whose validation of a change does so again. */
  private static final Set<GroupKind> NEW_INSIDE_CHANGE = Set.of(
      GroupKind.of("", "PersistentVolume"),
      GroupKind.of("", "PersistentVolumeClaim"),
      GroupKind.of("storage.k8s.io", "CSINode"),
      GroupKind.of("storage.k8s.io", "VolumeAttachment"));

  /** Kinds whose own validation says nothing of changed metadata. */
  private static final Set<GroupKind> NOT_AS_CHANGE = Set.of(
      GroupKind.of("", "LimitRange"),
      GroupKind.of("discovery.k8s.io", "EndpointSlice"),
      GroupKind.of("policy", "PodDisruptionBudget"),
      GroupKind.of("storage.k8s.io", "CSINode"));

  private static final List<String> CHANGING = List.of("labels", "annotations", "ownerReferences");

  private final int asNew;
  private final int asChange;

  RepeatedMetadata(GroupKind kind, Request request) {
    int inside = AS_NEW.contains(kind) || NEW_INSIDE_CHANGE.contains(kind) ? 1 : 0;
    this.asNew = inside + (JudgedTwice.holds(kind, request) ? 1 : 0);
    this.asChange = NOT_AS_CHANGE.contains(kind) ? 0 : 1;
  }

  /** Says what was found in {@code meta} as often as the server does. */
  void repeat(Value meta, List<String> unchangeable, Errors errors) {
    unchangeable.forEach(field -> errors.repeat(meta.at(field).path(), asChange));
    CHANGING.forEach(field -> errors.repeat(meta.at(field).path(), 1 + asNew + asChange));
    Value finalizers = meta.at("finalizers");
    for (Value finalizer : finalizers.items()) {
      errors.repeat(finalizer.path(), asNew + asChange - 1);
    }
  }
}
