package dev.seaworthy.simulate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.Severity;
import java.util.Optional;
import java.util.Set;

/**
 * Which kinds a real cluster acts on by itself, besides those that have a controller here. Those of
 * which it only reads, such as a ConfigMap or a Role, need nobody to play them.
 */
public final class PlayedKinds {

  private static final String AUTHORIZATION = "rbac.authorization.k8s.io";

  private static final String ADMISSION = "admissionregistration.k8s.io";

  /** Kinds that wait to be read, policies by the server. */
  private static final Set<GroupKind> ONLY_READ = Set.of(
      GroupKind.of("", "ConfigMap"),
      GroupKind.of("", "Endpoints"),
      GroupKind.of("", "Event"),
      GroupKind.of("", "LimitRange"),
      GroupKind.of("", "Namespace"),
      GroupKind.of("", "Node"),
      GroupKind.of("", "Pod"),
      GroupKind.of("", "PodTemplate"),
      GroupKind.of("", "Secret"),
      GroupKind.of("", "ServiceAccount"),
      GroupKind.of(ADMISSION, "MutatingAdmissionPolicy"),
      GroupKind.of(ADMISSION, "MutatingAdmissionPolicyBinding"),
      GroupKind.of(ADMISSION, "ValidatingAdmissionPolicy"),
      GroupKind.of(ADMISSION, "ValidatingAdmissionPolicyBinding"),
      GroupKind.of("apiextensions.k8s.io", "CustomResourceDefinition"),
      GroupKind.of("apps", "ControllerRevision"),
      GroupKind.of("coordination.k8s.io", "Lease"),
      GroupKind.of("discovery.k8s.io", "EndpointSlice"),
      GroupKind.of("networking.k8s.io", "IngressClass"),
      GroupKind.of("node.k8s.io", "RuntimeClass"),
      GroupKind.of("scheduling.k8s.io", "PriorityClass"),
      GroupKind.of("storage.k8s.io", "StorageClass"),
      GroupKind.of(AUTHORIZATION, "Role"),
      GroupKind.of(AUTHORIZATION, "RoleBinding"),
      GroupKind.of(AUTHORIZATION, "ClusterRole"),
      GroupKind.of(AUTHORIZATION, "ClusterRoleBinding"));

  /** Kinds that decide which pods there are or whether a write is taken. */
  private static final Set<GroupKind> GRAVE = Set.of(
      GroupKind.of(ADMISSION, "MutatingWebhookConfiguration"),
      GroupKind.of(ADMISSION, "ValidatingWebhookConfiguration"));

  private PlayedKinds() {}

  /** How much it matters that nobody acts on a kind that has no controller; empty if it does not. */
  public static Optional<Severity> unplayed(GroupKind kind) {
    if (ONLY_READ.contains(kind)) {
      return Optional.empty();
    }
    boolean isGrave = GRAVE.contains(kind) || KnownKinds.builtIn().makesPods(kind);
    return Optional.of(isGrave ? Severity.WARNING : Severity.INFO);
  }
}
