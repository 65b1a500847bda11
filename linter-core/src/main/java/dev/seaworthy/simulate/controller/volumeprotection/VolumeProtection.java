package dev.seaworthy.simulate.controller.volumeprotection;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;

/** Lets a volume that is to go wait until no claim has it. */
public final class VolumeProtection implements Reconciler {

  private static final String FINALIZER = "kubernetes.io/pv-protection";

  @Override
  public String name() {
    return "pv-protection";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.PERSISTENT_VOLUME);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    view.get(key)
        .filter(volume -> Finalizers.isHeldBy(volume, FINALIZER))
        .filter(volume -> !volume.at("status", "phase").text().equals("Bound"))
        .ifPresent(volume -> api.update(Finalizers.without(volume, FINALIZER)));
    return ReconcileResult.done();
  }
}
