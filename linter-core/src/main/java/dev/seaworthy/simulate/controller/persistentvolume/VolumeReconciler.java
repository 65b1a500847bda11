package dev.seaworthy.simulate.controller.persistentvolume;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.volume.Binding;
import dev.seaworthy.simulate.volume.Claim;
import dev.seaworthy.simulate.volume.Volume;
import java.util.Optional;
import java.util.stream.Stream;

/** Says of each volume whether it is to be had, and lets it go when its claim is gone. */
public final class VolumeReconciler implements Reconciler {

  @Override
  public String name() {
    return "persistentvolume";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.PERSISTENT_VOLUME)
        .and(Kinds.PERSISTENT_VOLUME_CLAIM, (change, view) -> ofLostClaim(change));
  }

  private static Stream<ObjectKey> ofLostClaim(Change change) {
    String volume = new Claim(change.latest()).volumeName();
    return change.isRemoval() && !volume.isEmpty()
        ? Stream.of(new ObjectKey(Kinds.PERSISTENT_VOLUME, "", volume))
        : Stream.empty();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Volume> found = view.get(key).map(Volume::new);
    if (found.isEmpty()) {
      return ReconcileResult.done();
    }
    Volume volume = found.get();
    if (volume.claimRef().get("uid").text().isEmpty()) {
      Binding.phase(volume, Volume.AVAILABLE, api);
    } else if (claim(volume, view).isEmpty()) {
      release(volume, api);
    }
    return ReconcileResult.done();
  }

  private static Optional<Claim> claim(Volume volume, ClusterView view) {
    Node reference = volume.claimRef();
    return view.get(
            Kinds.PERSISTENT_VOLUME_CLAIM,
            reference.get("namespace").text(),
            reference.get("name").text())
        .map(Claim::new)
        .filter(volume::isFor);
  }

  /** A volume that nobody made in this cluster is removed by nobody, whatever its policy. */
  private static void release(Volume volume, ApiClient api) {
    Binding.phase(volume, Volume.RELEASED, api);
    if (volume.goesWithItsClaim() && Provisioner.made(volume)) {
      api.delete(volume.resource());
    }
  }
}
