package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ConfigMaps and Secrets, and the keys in them, that a pod's volumes and a container's
 * environment take values from: the first that is not there, in a kubelet's words.
 */
final class PodNeeds {

  private final ClusterView view;
  private final String namespace;

  PodNeeds(ClusterView view, String namespace) {
    this.view = view;
    this.namespace = namespace;
  }

  /**
   * What is missing, or in the way, and what a kubelet says of it.
   *
   * @param reason the word of the event by which it says so
   */
  record Missing(ObjectKey object, String reason, String message) {

    Missing(ObjectKey object, String message) {
      this(object, "FailedMount", message);
    }
  }

  /** What keeps a volume from being mounted. */
  Optional<Missing> ofVolumes(Resource pod) {
    Optional<Missing> ofClaims = new ClaimNeeds(view).of(pod);
    if (ofClaims.isPresent()) {
      return ofClaims;
    }
    for (Node volume : pod.at("spec", "volumes").items()) {
      Optional<Missing> missing = sources(volume).flatMap(this::ofSource).findFirst();
      if (missing.isPresent()) {
        return missing.map(it -> new Missing(
            it.object(),
            "MountVolume.SetUp failed for volume \"%s\" : %s"
                .formatted(volume.get("name").text(), it.message())));
      }
    }
    return Optional.empty();
  }

  private static Stream<Node> sources(Node volume) {
    return Stream.concat(Stream.of(volume), volume.at("projected", "sources").items().stream());
  }

  private Stream<Missing> ofSource(Node source) {
    Node map = source.get("configMap");
    Node secret = source.get("secret");
    // A volume calls it secretName, a projected source name.
    String secretName = secret.get("secretName").stringOr(secret.get("name").text());
    return Stream.concat(
        map.isAbsent()
            ? Stream.empty()
            : files(Holder.CONFIG_MAP, map.get("name").text(), map),
        secret.isAbsent() ? Stream.empty() : files(Holder.SECRET, secretName, secret));
  }

  private Stream<Missing> files(Holder holder, String name, Node source) {
    if (source.get("optional").isTrue()) {
      return Stream.empty();
    }
    ObjectKey key = holder.key(namespace, name);
    Optional<Resource> found = view.get(key);
    if (found.isEmpty()) {
      return Stream.of(new Missing(key, holder.notFound(name)));
    }
    return source.get("items").items().stream()
        .map(item -> item.get("key").text())
        .filter(file -> !Holder.has(found.get(), file))
        .map(file ->
            new Missing(key, "references non-existent %s key: %s".formatted(holder.word, file)));
  }

  /** What keeps the environment of {@code container} from being made. */
  Optional<Missing> ofEnvironment(Node container) {
    Stream<Missing> wholes = container.get("envFrom").items().stream()
        .flatMap(from -> Stream.concat(
            whole(Holder.CONFIG_MAP, from.get("configMapRef")),
            whole(Holder.SECRET, from.get("secretRef"))));
    Stream<Missing> values = container.get("env").items().stream()
        .map(variable -> variable.get("valueFrom"))
        .flatMap(from -> Stream.concat(
            value(Holder.CONFIG_MAP, from.get("configMapKeyRef")),
            value(Holder.SECRET, from.get("secretKeyRef"))));
    return Stream.concat(wholes, values).findFirst();
  }

  private Stream<Missing> whole(Holder holder, Node reference) {
    if (reference.isAbsent() || reference.get("optional").isTrue()) {
      return Stream.empty();
    }
    ObjectKey key = holder.key(namespace, reference.get("name").text());
    return view.get(key).isPresent()
        ? Stream.empty()
        : Stream.of(new Missing(key, holder.notFound(key.name())));
  }

  private Stream<Missing> value(Holder holder, Node reference) {
    if (reference.isAbsent() || reference.get("optional").isTrue()) {
      return Stream.empty();
    }
    ObjectKey key = holder.key(namespace, reference.get("name").text());
    Optional<Resource> found = view.get(key);
    if (found.isEmpty()) {
      return Stream.of(new Missing(key, holder.notFound(key.name())));
    }
    String wanted = reference.get("key").text();
    return Holder.has(found.get(), wanted)
        ? Stream.empty()
        : Stream.of(new Missing(
            key,
            "couldn't find key %s in %s %s/%s"
                .formatted(wanted, holder.kind, namespace, key.name())));
  }

  /** A kind of object that holds values. */
  private enum Holder {
    CONFIG_MAP("ConfigMap", "configmap", "config"),
    SECRET("Secret", "secret", "secret");

    private final String kind;
    private final String resource;
    private final String word;

    Holder(String kind, String resource, String word) {
      this.kind = kind;
      this.resource = resource;
      this.word = word;
    }

    ObjectKey key(String namespace, String name) {
      return new ObjectKey(this == CONFIG_MAP ? Kinds.CONFIG_MAP : Kinds.SECRET, namespace, name);
    }

    String notFound(String name) {
      return "%s \"%s\" not found".formatted(resource, name);
    }

    static boolean has(Resource holder, String key) {
      return Stream.of("data", "binaryData", "stringData")
          .map(field -> holder.at(field))
          .anyMatch(data -> data instanceof Mapping mapping && mapping.has(key));
    }
  }
}
