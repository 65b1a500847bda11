package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Deployment;
import dev.seaworthy.simulate.object.ReplicaSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a Deployment's controller writes on ReplicaSets to remember. */
final class Annotations {

  static final String REVISION = "deployment.kubernetes.io/revision";

  private static final String HISTORY = "deployment.kubernetes.io/revision-history";
  private static final String DESIRED = "deployment.kubernetes.io/desired-replicas";
  private static final String MOST = "deployment.kubernetes.io/max-replicas";

  private static final Set<String> NOT_COPIED = Set.of(
      "kubectl.kubernetes.io/last-applied-configuration",
      REVISION,
      HISTORY,
      DESIRED,
      MOST,
      "deprecated.deployment.rollback.to");

  private Annotations() {}

  static long revision(Map<String, String> annotations) {
    return number(annotations, REVISION).orElse(0L);
  }

  /** The size of the Deployment when the set was last sized. */
  static Optional<Long> desired(ReplicaSet set) {
    return number(set.annotations(), DESIRED);
  }

  /** How many pods the Deployment could have when the set was last sized; 0 if unknown. */
  static long most(ReplicaSet set) {
    return number(set.annotations(), MOST).orElse(0L);
  }

  private static Optional<Long> number(Map<String, String> annotations, String key) {
    String text = annotations.get(key);
    try {
      return text == null ? Optional.empty() : Optional.of(Long.parseLong(text));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  /** {@code set} with the size of its Deployment noted. */
  static Resource noting(Resource set, Deployment deployment) {
    long most = deployment.replicas() + deployment.maxSurge();
    return with(
        with(set, DESIRED, Long.toString(deployment.replicas())), MOST, Long.toString(most));
  }

  /** {@code set} with its Deployment's annotations and, if it is higher, {@code revision}. */
  static Resource following(Resource set, Deployment deployment, long revision) {
    Resource result = set;
    for (Map.Entry<String, String> entry : deployment.annotations().entrySet()) {
      if (!NOT_COPIED.contains(entry.getKey())) {
        result = with(result, entry.getKey(), entry.getValue());
      }
    }
    String former = set.annotations().get(REVISION);
    if (revision(set.annotations()) >= revision) {
      return result;
    }
    if (former != null) {
      String history = set.annotations().get(HISTORY);
      result = with(result, HISTORY, history == null ? former : history + "," + former);
    }
    return with(result, REVISION, Long.toString(revision));
  }

  static Resource with(Resource object, String key, String value) {
    return value.equals(object.annotations().get(key))
        ? object
        : object.withAt(Scalar.of(value), "metadata", "annotations", key);
  }
}
