package dev.seaworthy.simulate;

import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.OwnedPods;
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

  /**
   * @param owned is told of every commit
   */
  static List<Reconciler> reconcilers(VirtualClock clock, OwnedPods owned) {
    return List.of(
        ReplicaSetReconciler.forReplicaSets(owned, clock),
        ReplicaSetReconciler.forReplicationControllers(owned, clock),
        new DeploymentReconciler(owned, clock),
        new EndpointsReconciler(),
        new TaintEviction(clock),
        new PodCollection(clock));
  }
}
