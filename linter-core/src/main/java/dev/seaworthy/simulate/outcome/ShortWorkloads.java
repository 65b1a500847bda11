package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Workloads that have fewer pods than they want, where no pod tells why: the API server refuses new
 * ones, of which only an event speaks.
 */
final class ShortWorkloads implements ProblemFinder {

  /** Of a Deployment and of Jobs others tell. */
  private static final Set<GroupKind> KINDS =
      Set.of(Kinds.DAEMON_SET, Kinds.STATEFUL_SET, Kinds.REPLICA_SET, Kinds.REPLICATION_CONTROLLER);

  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Resource workload : scene.workloads()) {
      // What a condition tells is told already, and so is what is not played for want of room.
      boolean isTold = Conditions.of(workload).isTrue("ReplicaFailure")
          || Meta.isBeingDeleted(workload)
          || scene.cluster().ownedPods().room() <= 0;
      if (KINDS.contains(workload.groupKind()) && !isTold) {
        tell(workload, scene).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Diagnostic> tell(Resource workload, Scene scene) {
    long desired = WorkloadState.of(workload).desired();
    long there = scene.podsOf(ObjectKey.of(workload));
    Optional<Event> refusal =
        there < desired ? scene.lastEvent(workload, "FailedCreate"::equals) : Optional.empty();
    return refusal.map(event -> scene
        .origins()
        .of(workload)
        .tell(
            OutcomeCodes.REPLICAS_REFUSED,
            Severity.ERROR,
            "%s has only %d of %d pods: the API server refuses the others: %s"
                .formatted(workload.name(), there, desired, event.message()),
            field(workload),
            event.reason()));
  }

  /** Of a DaemonSet the nodes say how many it wants. */
  private static FieldPath field(Resource workload) {
    return workload.groupKind().equals(Kinds.DAEMON_SET)
        ? FieldPath.of("spec", "template")
        : REPLICAS;
  }
}
