package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodClaims;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.volume.Claim;
import dev.seaworthy.simulate.volume.Volume;
import dev.seaworthy.simulate.volume.Volumes;
import java.util.Optional;

/**
 * What keeps the volumes of a pod's claims from being mounted: claims that are not there or have no
 * volume, volumes that another node has. A scheduler sees to the former, but not every pod got its node
 * from one.
 */
record ClaimNeeds(ClusterView view) {

  Optional<PodNeeds.Missing> of(Resource pod) {
    Volumes volumes = new Volumes(view);
    for (PodClaims.Use use : PodClaims.uses(pod)) {
      Optional<Claim> claim = volumes.claim(pod.namespace(), use.claim());
      Optional<PodNeeds.Missing> missing = claim.filter(Claim::isBound).isEmpty()
          ? Optional.of(unbound(pod, use.claim(), claim.isPresent()))
          : volumes.volume(claim.get().volumeName()).flatMap(volume -> taken(pod, use, volume));
      if (missing.isPresent()) {
        return missing;
      }
    }
    return Optional.empty();
  }

  private static PodNeeds.Missing unbound(Resource pod, String claim, boolean isThere) {
    String what = isThere
        ? "error processing PVC %s/%s: PVC is not bound".formatted(pod.namespace(), claim)
        : "persistentvolumeclaim \"%s\" not found".formatted(claim);
    return new PodNeeds.Missing(
        new ObjectKey(Kinds.PERSISTENT_VOLUME_CLAIM, pod.namespace(), claim),
        "Unable to attach or mount volumes: " + what);
  }

  /** A volume that a driver attaches to one node only, and that a pod on another one still uses. */
  private Optional<PodNeeds.Missing> taken(Resource pod, PodClaims.Use use, Volume volume) {
    if (volume.driver().isEmpty() || volume.isForManyNodes()) {
      return Optional.empty();
    }
    Optional<String> node = new Pod(pod).nodeName();
    return view.podsUsing(pod.namespace(), use.claim()).stream()
        .map(Pod::new)
        .filter(other -> other.nodeName().isPresent() && !other.nodeName().equals(node))
        .filter(other -> !other.isFinished() && hasVolumes(other))
        .findFirst()
        .map(other -> new PodNeeds.Missing(
            ObjectKey.of(other.resource()),
            "FailedAttachVolume",
            "Multi-Attach error for volume \"%s\" Volume is already used by pod(s) %s"
                .formatted(volume.name(), other.name())));
  }

  /** A pod gets its address when its volumes are there. */
  private static boolean hasVolumes(Pod pod) {
    return pod.resource().at("status", "podIP").isPresent();
  }
}
