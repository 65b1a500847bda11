package dev.seaworthy.simulate;

import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.deployment.DeploymentReconciler;
import dev.seaworthy.simulate.controller.endpoints.EndpointsReconciler;
import dev.seaworthy.simulate.controller.nodelifecycle.PodCollection;
import dev.seaworthy.simulate.controller.nodelifecycle.TaintEviction;
import dev.seaworthy.simulate.controller.replicaset.ReplicaSetReconciler;
import java.util.List;

/** The controllers that a cluster runs. */
final class ControlPlane {

  private ControlPlane() {}

  static List<Reconciler> reconcilers(ClusterSettings settings, VirtualClock clock, Seed seed) {
    return List.of(
        ReplicaSetReconciler.forReplicaSets(clock),
        ReplicaSetReconciler.forReplicationControllers(clock),
        new DeploymentReconciler(clock),
        new EndpointsReconciler(),
        new TaintEviction(clock),
        new PodCollection(clock));
  }
}
