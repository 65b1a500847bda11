package dev.seaworthy.simulate.controller.volumeprotection;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodClaims;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets a claim that is to go wait until no pod on a node uses it. */
public final class ClaimProtection implements Reconciler {

  private static final String FINALIZER = "kubernetes.io/pvc-protection";

  @Override
  public String name() {
    return "pvc-protection";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.PERSISTENT_VOLUME_CLAIM)
        .and(Kinds.POD, ClaimProtection::claimsThatAreUsedNoMore);
  }

  private static Stream<ObjectKey> claimsThatAreUsedNoMore(Change change, ClusterView view) {
    Resource pod = change.latest();
    return change.isRemoval()
        ? PodClaims.of(pod).stream()
            .map(claim -> new ObjectKey(Kinds.PERSISTENT_VOLUME_CLAIM, pod.namespace(), claim))
        : Stream.empty();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> claim = view.get(key).filter(it -> Finalizers.isHeldBy(it, FINALIZER));
    if (claim.isPresent() && !isUsed(key, view)) {
      api.update(Finalizers.without(claim.get(), FINALIZER));
    }
    return ReconcileResult.done();
  }

  /** A pod without a node does not count: no kubelet will start it once the claim is to go. */
  private static boolean isUsed(ObjectKey claim, ClusterView view) {
    return view.podsUsing(claim.namespace(), claim.name()).stream()
        .anyMatch(pod -> new Pod(pod).nodeName().isPresent());
  }
}
