package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;

/**
 * A workload at one moment, as its controller reports it.
 *
 * @param desired how many pods it wants
 * @param updated how many are of its present template; a ReplicaSet does not count these: all
 */
public record WorkloadState(
    String kind,
    String namespace,
    String name,
    long desired,
    long updated,
    long ready,
    long available,
    List<Condition> conditions) {

  public WorkloadState {
    conditions = List.copyOf(conditions);
  }

  /** What a controller says of its object. */
  public record Condition(String type, String status, String reason, String message) {}

  static WorkloadState of(Resource object) {
    return object.groupKind().equals(Kinds.DAEMON_SET) ? ofDaemons(object) : ofReplicas(object);
  }

  /** One for each node that may have one. */
  private static WorkloadState ofDaemons(Resource set) {
    Node status = set.at("status");
    return new WorkloadState(
        set.kind(),
        set.namespace(),
        set.name(),
        status.get("desiredNumberScheduled").longOr(0),
        status.get("updatedNumberScheduled").longOr(0),
        status.get("numberReady").longOr(0),
        status.get("numberAvailable").longOr(0),
        List.of());
  }

  private static WorkloadState ofReplicas(Resource object) {
    Node status = object.at("status");
    long all = status.get("replicas").longOr(0);
    boolean countsUpdated = !object.kind().startsWith("Replica");
    return new WorkloadState(
        object.kind(),
        object.namespace(),
        object.name(),
        object.at("spec", "replicas").longOr(1),
        countsUpdated ? status.get("updatedReplicas").longOr(0) : all,
        status.get("readyReplicas").longOr(0),
        status.get("availableReplicas").longOr(0),
        status.get("conditions").items().stream().map(WorkloadState::condition).toList());
  }

  private static Condition condition(Node condition) {
    return new Condition(
        condition.get("type").text(),
        condition.get("status").text(),
        condition.get("reason").text(),
        condition.get("message").text());
  }
}
