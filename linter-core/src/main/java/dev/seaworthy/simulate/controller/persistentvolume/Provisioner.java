package dev.seaworthy.simulate.controller.persistentvolume;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.volume.Claim;
import dev.seaworthy.simulate.volume.StorageClass;
import dev.seaworthy.simulate.volume.Volume;
import dev.seaworthy.simulate.volume.Volumes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes the volumes that claims wait for, as the drivers of all classes would: none ever fails, and
 * where a volume can be reached from is what its class says.
 */
public final class Provisioner implements Reconciler {

  /** Its name, for clusters that have none. */
  public static final String NAME = "external-provisioner";

  /** What it takes to make a volume. */
  private static final Duration MAKING = Duration.ofSeconds(1);

  private static final String MADE_BY = "pv.kubernetes.io/provisioned-by";

  /** Whether {@code volume} was made for its claim. */
  static boolean made(Volume volume) {
    return volume.resource().annotations().containsKey(MADE_BY);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.PERSISTENT_VOLUME_CLAIM, (change, view) -> Stream.empty())
        .later(
            MAKING,
            Watches.of(
                Kinds.PERSISTENT_VOLUME_CLAIM,
                (change, view) ->
                    change.after().filter(Provisioner::isAsked).map(ObjectKey::of).stream()));
  }

  private static boolean isAsked(Resource claim) {
    return claim.annotations().containsKey(Claim.PROVISIONER)
        && new Claim(claim).volumeName().isEmpty();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Claim> claim = view.get(key)
        .filter(Provisioner::isAsked)
        .map(Claim::new)
        .filter(found -> !found.isBeingDeleted());
    Optional<StorageClass> storageClass =
        claim.flatMap(found -> new Volumes(view).storageClass(found.className()));
    if (storageClass.isEmpty()) {
      return ReconcileResult.done();
    }
    Resource volume = volume(claim.get(), storageClass.get());
    Answer answer = api.create(volume);
    if (answer.accepted()) {
      api.events()
          .normal(
              claim.get().resource(),
              "ProvisioningSucceeded",
              "Successfully provisioned volume " + volume.name());
    }
    return ReconcileResult.done();
  }

  private static Resource volume(Claim claim, StorageClass storageClass) {
    String name = "pvc-" + claim.uid();
    Map<String, Node> spec = new LinkedHashMap<>();
    spec.put("capacity", claim.resource().at("spec", "resources", "requests"));
    spec.put("accessModes", claim.resource().at("spec", "accessModes"));
    spec.put(
        "volumeMode", Scalar.of(claim.resource().at("spec", "volumeMode").stringOr("Filesystem")));
    spec.put("storageClassName", Scalar.of(claim.className()));
    spec.put("persistentVolumeReclaimPolicy", Scalar.of(storageClass.reclaimPolicy()));
    if (storageClass.driver().isEmpty()) {
      spec.put("hostPath", Mapping.of("path", Scalar.of("/provisioned/" + name)));
    } else {
      spec.put(
          "csi",
          Mapping.of("driver", Scalar.of(storageClass.driver()), "volumeHandle", Scalar.of(name)));
    }
    spec.put(
        "claimRef",
        Mapping.of(
            "apiVersion", Scalar.of("v1"),
            "kind", Scalar.of("PersistentVolumeClaim"),
            "namespace", Scalar.of(claim.namespace()),
            "name", Scalar.of(claim.name()),
            "uid", Scalar.of(claim.uid())));
    if (!storageClass.allowedTopologies().isEmpty()) {
      spec.put("nodeAffinity", affinity(storageClass.allowedTopologies()));
    }
    return new Resource(Mapping.of(
        "apiVersion", Scalar.of("v1"),
        "kind", Scalar.of("PersistentVolume"),
        "metadata",
            Mapping.of(
                "name", Scalar.of(name),
                "annotations", Mapping.of(MADE_BY, Scalar.of(storageClass.provisioner()))),
        "spec", Mapping.of(spec)));
  }

  /** The topologies of a class in the words of a volume. */
  private static Mapping affinity(List<Node> topologies) {
    List<Node> terms = new ArrayList<>();
    for (Node topology : topologies) {
      List<Node> expressions = topology.get("matchLabelExpressions").items().stream()
          .<Node>map(expression -> Mapping.of(
              "key", expression.get("key"),
              "operator", Scalar.of("In"),
              "values", expression.get("values")))
          .toList();
      terms.add(Mapping.of("matchExpressions", Sequence.of(expressions)));
    }
    return Mapping.of("required", Mapping.of("nodeSelectorTerms", Sequence.of(terms)));
  }
}
