package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.volume.Claim;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An object that is taken to be there: nobody knows what it says, but it has what is asked of it. */
final class Placeholder {

  /** What a default class is called of which nothing is known. */
  static final String DEFAULT_CLASS = "default";

  /** Of unknown volumes: nobody knows their size, and any number of pods can have them. */
  private static final Mapping SIZE = Mapping.of("storage", Scalar.of("1Gi"));

  private static final Sequence ANY_ACCESS = Sequence.ofStrings(List.of("ReadWriteMany"));

  private final ObjectKey key;
  private final Set<String> keys = new TreeSet<>();
  private Node claimSpec = Absent.INSTANCE;

  Placeholder(ObjectKey key) {
    this.key = key;
  }

  /** Has the keys that a container's environment or a volume takes from the object. */
  void takes(Reference reference) {
    if (key.kind().equals(Kinds.PERSISTENT_VOLUME)) {
      claimSpec = reference.from().resource().at("spec");
      return;
    }
    FieldPath source = reference.path().parent().orElse(FieldPath.ROOT);
    Node place = reference.from().at(source);
    addKey(place.get("key"));
    place.get("items").items().forEach(item -> addKey(item.get("key")));
  }

  private void addKey(Node written) {
    if (!written.text().isEmpty()) {
      keys.add(written.text());
    }
  }

  /** The object, and with a claim the volume that it has. */
  Stream<Resource> objects() {
    return key.kind().equals(Kinds.PERSISTENT_VOLUME_CLAIM)
        ? Stream.of(object(), volumeOfClaim())
        : Stream.of(object());
  }

  private Resource object() {
    Mapping metadata = key.namespace().isEmpty()
        ? Mapping.of("name", Scalar.of(key.name()))
        : Mapping.of("name", Scalar.of(key.name()), "namespace", Scalar.of(key.namespace()));
    String group = key.kind().group();
    Mapping object = Mapping.of(
        "apiVersion",
        Scalar.of(group.isEmpty() ? "v1" : group + "/v1"),
        "kind",
        Scalar.of(key.kind().kind()),
        "metadata",
        metadata);
    return new Resource(withContent(object));
  }

  private Mapping withContent(Mapping object) {
    if (key.kind().equals(Kinds.PRIORITY_CLASS)) {
      return object.with("value", Scalar.of(0));
    }
    if (key.kind().equals(Kinds.RUNTIME_CLASS)) {
      return object.with("handler", Scalar.of(key.name()));
    }
    if (key.kind().equals(Kinds.STORAGE_CLASS)) {
      return withStorage(object);
    }
    if (key.kind().equals(Kinds.PERSISTENT_VOLUME_CLAIM)) {
      return withBinding(object);
    }
    if (key.kind().equals(Kinds.PERSISTENT_VOLUME)) {
      return withVolume(
          object,
          claimSpec.get("storageClassName").text(),
          claimSpec.at("resources", "requests"),
          claimSpec.get("accessModes"));
    }
    if (keys.isEmpty()) {
      return object;
    }
    Map<String, String> data = new TreeMap<>();
    keys.forEach(each -> data.put(each, ""));
    return object.with("data", Mapping.ofStrings(data));
  }

  /** As most classes are: somebody makes volumes, when a pod has a node. */
  private Mapping withStorage(Mapping object) {
    return object
        .with("provisioner", Scalar.of("assumed"))
        .with("allowVolumeExpansion", Scalar.of(true))
        .with("volumeBindingMode", Scalar.of("WaitForFirstConsumer"));
  }

  private String volumeName() {
    return "assumed-" + key.namespace() + "-" + key.name();
  }

  /** A claim that was there before has its volume. */
  private Mapping withBinding(Mapping object) {
    return object
        .withAt(List.of("metadata", "annotations", Claim.BIND_COMPLETED), Scalar.of("yes"))
        .with(
            "spec",
            Mapping.of(
                "accessModes", ANY_ACCESS,
                "storageClassName", Scalar.of(""),
                "volumeName", Scalar.of(volumeName()),
                "resources", Mapping.of("requests", SIZE)));
  }

  private Resource volumeOfClaim() {
    Mapping object = Mapping.of(
        "apiVersion", Scalar.of("v1"),
        "kind", Scalar.of("PersistentVolume"),
        "metadata", Mapping.of("name", Scalar.of(volumeName())));
    Mapping claim =
        Mapping.of("namespace", Scalar.of(key.namespace()), "name", Scalar.of(key.name()));
    return new Resource(
        withVolume(object, "", SIZE, ANY_ACCESS).withAt(List.of("spec", "claimRef"), claim));
  }

  private static Mapping withVolume(
      Mapping object, String storageClass, Node capacity, Node accessModes) {
    return object.with(
        "spec",
        Mapping.of(
            "capacity",
            capacity,
            "accessModes",
            accessModes,
            "storageClassName",
            Scalar.of(storageClass),
            "hostPath",
            Mapping.of("path", Scalar.of("/assumed"))));
  }
}
