package dev.seaworthy.simulate.history;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.CountOrPercent;
import dev.seaworthy.simulate.object.Deployment;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;

/** The counts of a workload, whose names differ from kind to kind. */
record Counts(long desired, long floor, long updated, long ready, long available, long all) {

  static Counts of(Resource workload) {
    return workload.groupKind().equals(Kinds.DAEMON_SET)
        ? ofDaemonSet(workload)
        : ofReplicas(workload);
  }

  private static Counts ofDaemonSet(Resource set) {
    Node status = set.at("status");
    long desired = status.get("desiredNumberScheduled").longOr(0);
    return new Counts(
        desired,
        floorOfDaemonSet(set, desired),
        status.get("updatedNumberScheduled").longOr(0),
        status.get("numberReady").longOr(0),
        status.get("numberAvailable").longOr(0),
        status.get("currentNumberScheduled").longOr(0));
  }

  private static long floorOfDaemonSet(Resource set, long desired) {
    Node unavailable = set.at("spec", "updateStrategy", "rollingUpdate", "maxUnavailable");
    long allowed =
        CountOrPercent.of(unavailable, desired, CountOrPercent.Rounding.UP).orElse(1L);
    return Math.max(0, desired - allowed);
  }

  private static Counts ofReplicas(Resource workload) {
    Node status = workload.at("status");
    long all = status.get("replicas").longOr(0);
    boolean countsUpdated = !workload.kind().startsWith("Replica");
    long desired = workload.at("spec", "replicas").longOr(1);
    return new Counts(
        desired,
        floor(workload, desired),
        countsUpdated ? status.get("updatedReplicas").longOr(0) : all,
        status.get("readyReplicas").longOr(0),
        status.get("availableReplicas").longOr(0),
        all);
  }

  /** A StatefulSet replaces its pods one at a time; a ReplicaSet replaces none. */
  private static long floor(Resource workload, long desired) {
    if (workload.groupKind().equals(Kinds.DEPLOYMENT)) {
      Deployment deployment = new Deployment(workload);
      return deployment.isRolling() ? desired - deployment.maxUnavailable() : 0;
    }
    return workload.groupKind().equals(Kinds.STATEFUL_SET) ? Math.max(0, desired - 1) : desired;
  }

  WorkloadHistory.Moment at(Duration time) {
    return new WorkloadHistory.Moment(time, desired, floor, updated, ready, available);
  }

  /** Whether a rollout is over, as {@code kubectl rollout status} tells it. */
  boolean isComplete(Resource workload) {
    boolean isSeen =
        workload.at("status", "observedGeneration").longOr(0) >= Meta.generation(workload);
    long kept =
        workload.at("spec", "updateStrategy", "rollingUpdate", "partition").longOr(0);
    return isSeen
        && updated >= desired - Math.min(kept, desired)
        && all <= Math.max(updated, desired)
        && available >= desired;
  }
}
