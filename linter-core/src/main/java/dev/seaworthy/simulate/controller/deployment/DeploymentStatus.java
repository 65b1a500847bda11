package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Deployment;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.ReplicaSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The counts and conditions that a Deployment reports, summed up from its ReplicaSets. */
final class DeploymentStatus {

  private static final String FAILURE = "ReplicaFailure";

  private DeploymentStatus() {}

  /** The Deployment with its counts, and whether enough pods are available. */
  static Resource counted(Rollout rollout) {
    Deployment deployment = rollout.deployment();
    List<ReplicaSet> sets = rollout.sets();
    long available = sum(sets, "availableReplicas");
    long updated = rollout.fresh().map(set -> set.counted("replicas")).orElse(0L);
    Map<String, Node> status = new LinkedHashMap<>();
    status.put("observedGeneration", Scalar.of(Meta.generation(deployment.resource())));
    putPositive(status, "replicas", sum(sets, "replicas"));
    putPositive(status, "updatedReplicas", updated);
    putPositive(status, "readyReplicas", sum(sets, "readyReplicas"));
    putPositive(status, "availableReplicas", available);
    putPositive(status, "unavailableReplicas", rollout.wantedInAll() - available);
    status.put("terminatingReplicas", Scalar.of(sum(sets, "terminatingReplicas")));
    putPositive(status, "collisionCount", deployment.counted("collisionCount"));
    Node conditions = deployment.resource().at("status", "conditions");
    if (conditions.isPresent()) {
      status.put("conditions", conditions);
    }
    Resource counted = deployment.resource().with("status", Mapping.of(status));
    return withAvailability(
        counted, available >= deployment.replicas() - deployment.maxUnavailable(), rollout.clock());
  }

  private static long sum(List<ReplicaSet> sets, String field) {
    return sets.stream().mapToLong(set -> set.counted(field)).sum();
  }

  private static void putPositive(Map<String, Node> status, String field, long count) {
    if (count > 0) {
      status.put(field, Scalar.of(count));
    }
  }

  private static Resource withAvailability(
      Resource deployment, boolean enough, VirtualClock clock) {
    String status = enough ? "True" : "False";
    if (Conditions.of(deployment).status("Available").equals(status)) {
      return deployment;
    }
    return Conditions.of(deployment)
        .with(condition(
            deployment,
            "Available",
            status,
            enough ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable",
            enough
                ? "Deployment has minimum availability."
                : "Deployment does not have minimum availability.",
            clock))
        .in(deployment);
  }

  /** {@code deployment} with the failure that one of its ReplicaSets reports, the new one first. */
  static Resource withFailure(Resource deployment, Rollout rollout) {
    Optional<Node> failure = rollout.fresh().flatMap(DeploymentStatus::failure);
    if (failure.isEmpty()) {
      failure = rollout.sets().stream().flatMap(set -> failure(set).stream()).findFirst();
    }
    Conditions conditions = Conditions.of(deployment);
    if (failure.isEmpty()) {
      return conditions.without(FAILURE).in(deployment);
    }
    Node reported = failure.get();
    boolean same = conditions.status(FAILURE).equals(reported.get("status").text())
        && conditions.get(FAILURE).get("reason").sameAs(reported.get("reason"));
    return same
        ? deployment
        : conditions
            .with(condition(
                deployment,
                FAILURE,
                reported.get("status").text(),
                reported.get("reason").text(),
                reported.get("message").text(),
                rollout.clock()))
            .in(deployment);
  }

  private static Optional<Node> failure(ReplicaSet set) {
    return Optional.of(Conditions.of(set.resource()).get(FAILURE)).filter(Node::isPresent);
  }

  /** A condition as Deployments have them: with the time of the last update, too. */
  static Mapping condition(
      Resource deployment,
      String type,
      String status,
      String reason,
      String message,
      VirtualClock clock) {
    Node before = Conditions.of(deployment).get(type);
    String since = before.get("status").text().equals(status)
        ? before.get("lastTransitionTime").text()
        : clock.timestamp();
    return Mapping.of(
        "type", Scalar.of(type),
        "status", Scalar.of(status),
        "lastUpdateTime", Scalar.of(clock.timestamp()),
        "lastTransitionTime", Scalar.of(since),
        "reason", Scalar.of(reason),
        "message", Scalar.of(message));
  }
}
