package dev.seaworthy.simulate.controller.replicaset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.ReplicaSet;
import dev.seaworthy.simulate.store.Kinds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The counts that a ReplicaSet reports. */
final class ReplicaSetStatus {

  private static final String FAILURE = "ReplicaFailure";

  private ReplicaSetStatus() {}

  static Resource of(
      ReplicaSet set,
      PodTally tally,
      Optional<ReplicaSetReconciler.Failure> failure,
      VirtualClock clock) {
    Map<String, Node> status = new LinkedHashMap<>();
    status.put("replicas", Scalar.of(tally.active()));
    putPositive(status, "fullyLabeledReplicas", tally.fullyLabeled());
    putPositive(status, "readyReplicas", tally.ready());
    putPositive(status, "availableReplicas", tally.available());
    if (set.resource().groupKind().equals(Kinds.REPLICA_SET)) {
      status.put("terminatingReplicas", Scalar.of(tally.terminating()));
    }
    status.put("observedGeneration", Scalar.of(Meta.generation(set.resource())));
    Conditions conditions = conditions(set, failure, clock);
    if (conditions.toNode().size() > 0) {
      status.put("conditions", conditions.toNode());
    }
    return set.resource().with("status", Mapping.of(status));
  }

  private static void putPositive(Map<String, Node> status, String field, long count) {
    if (count > 0) {
      status.put(field, Scalar.of(count));
    }
  }

  private static Conditions conditions(
      ReplicaSet set, Optional<ReplicaSetReconciler.Failure> failure, VirtualClock clock) {
    Conditions conditions = Conditions.of(set.resource());
    if (failure.isEmpty()) {
      return conditions.without(FAILURE);
    }
    return conditions.get(FAILURE).isPresent()
        ? conditions
        : conditions.with(FAILURE, "True", failure.get().reason(), failure.get().message(), clock);
  }
}
