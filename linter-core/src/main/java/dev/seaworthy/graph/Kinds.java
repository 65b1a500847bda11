package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import java.util.Set;

/** Groups and kinds under the name that they have today, and the ones that live outside namespaces. */
public final class Kinds {

  private static final Set<String> MOVED_TO_APPS = Set.of("Deployment", "DaemonSet", "ReplicaSet");
  private static final Set<String> MOVED_TO_NETWORKING = Set.of("Ingress", "NetworkPolicy");
  private static final Set<String> CLUSTER_SCOPED = Set.of(
      "Namespace",
      "Node",
      "PersistentVolume",
      "ClusterRole",
      "ClusterRoleBinding",
      "PriorityClass",
      "StorageClass",
      "IngressClass",
      "RuntimeClass",
      "CustomResourceDefinition",
      "APIService",
      "ValidatingWebhookConfiguration",
      "MutatingWebhookConfiguration",
      "ValidatingAdmissionPolicy",
      "ValidatingAdmissionPolicyBinding",
      "PodSecurityPolicy",
      "CSIDriver",
      "CSINode",
      "VolumeAttachment",
      "CertificateSigningRequest",
      "FlowSchema",
      "PriorityLevelConfiguration",
      "ClusterIssuer",
      "ClusterSecretStore",
      "GatewayClass",
      "SecurityContextConstraints");

  private Kinds() {}

  /** The group under which the kind lives today, whichever group the manifest writes. */
  public static GroupKind canonical(GroupKind kind) {
    if (!kind.group().equals("extensions")) {
      return kind;
    }
    if (MOVED_TO_APPS.contains(kind.kind())) {
      return GroupKind.of("apps", kind.kind());
    }
    return MOVED_TO_NETWORKING.contains(kind.kind())
        ? GroupKind.of("networking.k8s.io", kind.kind())
        : kind;
  }

  /** Whether objects of the kind live outside namespaces. */
  public static boolean isClusterScoped(GroupKind kind) {
    return CLUSTER_SCOPED.contains(kind.kind());
  }
}
