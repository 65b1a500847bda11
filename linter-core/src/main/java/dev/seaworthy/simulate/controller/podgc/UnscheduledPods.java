package dev.seaworthy.simulate.controller.podgc;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.Optional;

/** Collects pods that are to go and never had a node whose kubelet could say that they have ended. */
public final class UnscheduledPods implements Reconciler {

  private final VirtualClock clock;

  public UnscheduledPods(VirtualClock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "pod-garbage-collection-unscheduled";
  }

  @Override
  public Watches watches() {
    return Watches.of(
        Kinds.POD,
        (change, view) ->
            change.after().filter(UnscheduledPods::isLost).stream().map(ObjectKey::of));
  }

  private static boolean isLost(Resource resource) {
    Pod pod = new Pod(resource);
    return pod.isBeingDeleted() && pod.nodeName().isEmpty() && !pod.isFinished();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> lost = view.get(key).filter(UnscheduledPods::isLost);
    Duration wait = CollectionRounds.untilRound(clock.now());
    if (lost.isPresent() && !wait.isZero()) {
      return ReconcileResult.after(wait);
    }
    lost.ifPresent(pod -> CollectionRounds.collect(pod, api));
    return ReconcileResult.done();
  }
}
