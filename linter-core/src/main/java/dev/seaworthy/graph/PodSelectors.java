package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.FieldPath;
import java.util.Optional;
import java.util.Set;

/** The selectors by which objects of some kinds choose pods of their own namespace. */
public final class PodSelectors {

  public static final GroupKind SERVICE = GroupKind.of("", "Service");
  public static final GroupKind NETWORK_POLICY = GroupKind.of("networking.k8s.io", "NetworkPolicy");
  public static final GroupKind BUDGET = GroupKind.of("policy", "PodDisruptionBudget");

  private static final GroupKind REPLICATION_CONTROLLER = GroupKind.of("", "ReplicationController");

  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");

  /** The controllers that keep as many pods as their selectors find. */
  private static final Set<GroupKind> CONTROLLERS = Set.of(
      GroupKind.of("apps", "Deployment"),
      GroupKind.of("apps", "ReplicaSet"),
      GroupKind.of("apps", "StatefulSet"),
      GroupKind.of("apps", "DaemonSet"),
      GroupKind.of("argoproj.io", "Rollout"),
      REPLICATION_CONTROLLER);

  private PodSelectors() {}

  /** Where the object's selector stands. */
  public static FieldPath placeIn(InputObject object) {
    return object.kind().equals(NETWORK_POLICY) ? FieldPath.of("spec", "podSelector") : SELECTOR;
  }

  /** The selector; empty for objects of kinds that choose no pods. */
  public static Optional<LabelSelector> of(InputObject object) {
    GroupKind kind = object.kind();
    if (kind.equals(SERVICE)) {
      return Optional.of(ofLabels(object));
    }
    return kind.equals(NETWORK_POLICY) || kind.equals(BUDGET) || CONTROLLERS.contains(kind)
        ? Optional.of(ofExpressions(object))
        : Optional.empty();
  }

  /** Whether the object is a controller that owns the pods that its selector finds. */
  public static boolean isController(InputObject object) {
    return CONTROLLERS.contains(object.kind());
  }

  private static LabelSelector ofLabels(InputObject object) {
    return LabelSelector.ofLabels(object.resource().strings("spec", "selector"));
  }

  private static LabelSelector ofExpressions(InputObject object) {
    boolean labels = object.kind().equals(REPLICATION_CONTROLLER);
    // Before apps/v1 a controller's selector was its template's labels where it was not written.
    if (isController(object) && object.at(SELECTOR).isAbsent()) {
      return object
          .template()
          .map(template -> LabelSelector.ofLabels(template.labels()))
          .orElse(LabelSelector.NOTHING);
    }
    LabelSelector selector =
        labels ? ofLabels(object) : LabelSelector.of(object.at(placeIn(object)));
    // In the first version of budgets an empty selector selected nothing.
    boolean old =
        object.kind().equals(BUDGET) && object.resource().gvk().version().equals("v1beta1");
    return old && selector.isEmpty() ? LabelSelector.NOTHING : selector;
  }
}
