package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many of the objects that a unit names the input has, for each kind and namespace: where most are
 * kept elsewhere, one more that is missing is no slip.
 */
final class Completeness {

  /** Kinds that people make by hand, or have a platform make; others belong to who names them. */
  private static final Set<GroupKind> KEPT = Set.of(
      GroupKind.of("", "ConfigMap"),
      GroupKind.of("", "PersistentVolumeClaim"),
      GroupKind.of("", "Secret"),
      GroupKind.of("", "ServiceAccount"),
      GroupKind.of("rbac.authorization.k8s.io", "Role"));

  /** Fewer may be missing by slips. */
  private static final int MANY = 3;

  /** So many where none that is named is there. */
  private static final int SEVERAL = 2;

  private record Space(GroupKind kind, String namespace) {}

  private final Map<Space, Set<String>> there = new HashMap<>();
  private final Map<Space, Set<String>> missing = new HashMap<>();

  /** Takes in what an object names; what every cluster has says nothing of the input. */
  void add(Reference reference, InputGraph graph) {
    ObjectKey key = reference.target();
    if (KEPT.contains(key.kind()) && !StandingObjects.has(key)) {
      (graph.isProvided(key) ? there : missing)
          .computeIfAbsent(new Space(key.kind(), key.namespace()), s -> new HashSet<>(2))
          .add(key.name());
    }
  }

  int missing(GroupKind kind, String namespace) {
    return missing.getOrDefault(new Space(kind, namespace), Set.of()).size();
  }

  int there(GroupKind kind, String namespace) {
    return there.getOrDefault(new Space(kind, namespace), Set.of()).size();
  }

  /** Whether so many are missing, and so few there, that the input has them only now and then. */
  static boolean isPoor(int there, int missing) {
    return missing >= MANY && missing > there || missing >= SEVERAL && there == 0;
  }
}
