package dev.seaworthy.validate.admission;

import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.stream.Stream;

/** The Secrets that a pod names, wherever it does. Mirrors VisitPodSecretNames. */
final class PodSecrets {

  private static final List<String> CONTAINERS =
      List.of("containers", "initContainers", "ephemeralContainers");

  /** Where a source of a volume names one: the source, and the way from there. */
  private static final List<List<String>> OF_VOLUMES = List.of(
      List.of("azureFile", "secretName"),
      List.of("cephfs", "secretRef", "name"),
      List.of("cinder", "secretRef", "name"),
      List.of("flexVolume", "secretRef", "name"),
      List.of("rbd", "secretRef", "name"),
      List.of("secret", "secretName"),
      List.of("scaleIO", "secretRef", "name"),
      List.of("iscsi", "secretRef", "name"),
      List.of("storageos", "secretRef", "name"),
      List.of("csi", "nodePublishSecretRef", "name"));

  private PodSecrets() {}

  /** Their names. */
  static Stream<String> of(Node spec) {
    Stream<Node> pulled =
        spec.get("imagePullSecrets").items().stream().map(each -> each.get("name"));
    Stream<Node> inContainers = CONTAINERS.stream()
        .flatMap(list -> spec.get(list).items().stream())
        .flatMap(PodSecrets::ofContainer);
    Stream<Node> inVolumes = spec.get("volumes").items().stream().flatMap(PodSecrets::ofVolume);
    return Stream.of(pulled, inContainers, inVolumes)
        .flatMap(each -> each)
        .map(Node::text)
        .filter(name -> !name.isEmpty());
  }

  private static Stream<Node> ofContainer(Node container) {
    return Stream.concat(
        container.get("env").items().stream()
            .map(env -> env.at("valueFrom", "secretKeyRef", "name")),
        container.get("envFrom").items().stream().map(from -> from.at("secretRef", "name")));
  }

  private static Stream<Node> ofVolume(Node volume) {
    return Stream.concat(
        OF_VOLUMES.stream().map(way -> volume.at(way.toArray(String[]::new))),
        volume.at("projected", "sources").items().stream()
            .map(source -> source.at("secret", "name")));
  }
}
