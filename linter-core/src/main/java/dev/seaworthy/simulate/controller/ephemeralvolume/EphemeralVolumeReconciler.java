package dev.seaworthy.simulate.controller.ephemeralvolume;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.PodClaims;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a claim for each ephemeral volume of a pod; the claim belongs to the pod and goes with it. */
public final class EphemeralVolumeReconciler implements Reconciler {

  @Override
  public String name() {
    return "ephemeral-volume";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.POD, (change, view) -> podWithEphemeralVolume(change))
        .owning(Kinds.PERSISTENT_VOLUME_CLAIM);
  }

  private static Stream<ObjectKey> podWithEphemeralVolume(Change change) {
    return change.isCreation() && !ephemeral(change.latest()).isEmpty()
        ? Stream.of(change.key())
        : Stream.empty();
  }

  private static List<Node> ephemeral(Resource pod) {
    return pod.root().get("spec").get("volumes").items().stream()
        .filter(volume -> volume.get("ephemeral").isPresent())
        .toList();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> pod = view.get(key).filter(found -> !Meta.isBeingDeleted(found));
    boolean succeeded = pod.stream()
        .flatMap(found -> ephemeral(found).stream().map(volume -> claim(found, volume)))
        .filter(claim -> view.get(ObjectKey.of(claim)).isEmpty())
        .map(claim -> make(claim, pod.get(), api))
        .reduce(true, Boolean::logicalAnd);
    return succeeded ? ReconcileResult.done() : ReconcileResult.failure();
  }

  private static boolean make(Resource claim, Resource pod, ApiClient api) {
    Answer answer = api.create(claim);
    if (!answer.accepted()) {
      api.events()
          .warning(
              pod,
              "FailedToCreatePVC",
              "ephemeral volume: create PVC %s: %s".formatted(claim.name(), answer.message()));
    }
    return answer.accepted();
  }

  private static Resource claim(Resource pod, Node volume) {
    Node template = volume.at("ephemeral", "volumeClaimTemplate");
    Map<String, Node> metadata = new LinkedHashMap<>();
    metadata.put("name", Scalar.of(PodClaims.ephemeral(pod, volume)));
    metadata.put("namespace", Scalar.of(pod.namespace()));
    for (String field : List.of("labels", "annotations")) {
      Node given = template.at("metadata", field);
      if (given.isPresent()) {
        metadata.put(field, given);
      }
    }
    metadata.put("ownerReferences", Sequence.of(List.of(Meta.controllerReference(pod))));
    return new Resource(Mapping.of(
        "apiVersion", Scalar.of("v1"),
        "kind", Scalar.of("PersistentVolumeClaim"),
        "metadata", Mapping.of(metadata),
        "spec", template.get("spec")));
  }
}
