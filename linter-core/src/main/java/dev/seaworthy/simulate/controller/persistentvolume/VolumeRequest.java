package dev.seaworthy.simulate.controller.persistentvolume;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.volume.Claim;
import dev.seaworthy.simulate.volume.StorageClass;
import dev.seaworthy.simulate.volume.Volumes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What becomes of a claim for which there is no volume: a provisioner is asked for one, or the claim is
 * told what it waits for.
 */
record VolumeRequest(Claim claim, Volumes volumes, ClusterView view, ApiClient api) {

  /** Whether all of it could be written down. */
  boolean make(boolean isFirstLook) {
    if (volumes.isDelayed(claim)) {
      tellDelay(isFirstLook);
      return true;
    }
    Optional<StorageClass> storageClass = volumes.storageClass(claim.className());
    if (storageClass.filter(StorageClass::provisions).isPresent()) {
      return provision(storageClass.get());
    }
    tellFailure(storageClass.isPresent());
    return true;
  }

  /** At the first look nothing is there yet that was made after the claim. */
  private void tellDelay(boolean isFirstLook) {
    long order = order(claim.resource());
    List<Resource> waiting = view.podsUsing(claim.namespace(), claim.name()).stream()
        .filter(pod -> new Pod(pod).nodeName().isEmpty())
        .filter(pod -> !isFirstLook || order(pod) < order)
        .toList();
    if (waiting.isEmpty()) {
      api.events()
          .normal(
              claim.resource(),
              "WaitForFirstConsumer",
              "waiting for first consumer to be created before binding");
    } else {
      api.events()
          .normal(
              claim.resource(),
              "WaitForPodScheduled",
              "waiting for pod %s to be scheduled"
                  .formatted(
                      waiting.stream().map(Resource::name).collect(Collectors.joining(","))));
    }
  }

  private long order(Resource object) {
    return view.creationOrder(ObjectKey.of(object)).orElse(0L);
  }

  private void tellFailure(boolean hasClass) {
    if (claim.className().isEmpty()) {
      api.events()
          .normal(
              claim.resource(),
              "FailedBinding",
              "no persistent volumes available for this claim and no storage class is set");
    } else if (!hasClass) {
      api.events()
          .warning(
              claim.resource(),
              "ProvisioningFailed",
              "storageclass.storage.k8s.io \"%s\" not found".formatted(claim.className()));
    }
  }

  /** Says who is to make the volume; that one takes it from there. */
  private boolean provision(StorageClass storageClass) {
    if (claim.resource().annotations().containsKey(Claim.PROVISIONER)) {
      return true;
    }
    String provisioner = storageClass.provisioner();
    api.events()
        .normal(
            claim.resource(),
            "ExternalProvisioning",
            "Waiting for a volume to be created either by the external provisioner '%s' or manually"
                    .formatted(provisioner)
                + " by the system administrator.");
    return api.update(claim
            .resource()
            .withAt(Scalar.of(provisioner), "metadata", "annotations", Claim.PROVISIONER))
        .accepted();
  }
}
