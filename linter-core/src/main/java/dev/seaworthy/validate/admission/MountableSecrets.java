package dev.seaworthy.validate.admission;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the pods of a ServiceAccount may take, where it keeps watch over that. Mirrors
 * limitSecretReferences.
 *
 * @param account the account's name
 */
record MountableSecrets(String account, Set<String> secrets, Set<String> pullSecrets) {

  /** What is not allowed, and where. */
  record Objection(FieldPath field, String message) {}

  static MountableSecrets of(Resource account) {
    return new MountableSecrets(
        account.name(),
        names(account.at("secrets").items()),
        names(account.at("imagePullSecrets").items()));
  }

  private static Set<String> names(List<Node> references) {
    return references.stream().map(each -> each.get("name").text()).collect(Collectors.toSet());
  }

  /** The first that the pod may not take. */
  Optional<Objection> objection(Node spec) {
    return ofVolumes(spec)
        .or(() -> ofContainers(spec, "initContainers", "init container "))
        .or(() -> ofContainers(spec, "containers", "container "))
        .or(() -> ofPulls(spec));
  }

  private Optional<Objection> ofVolumes(Node spec) {
    List<Node> volumes = spec.get("volumes").items();
    for (int i = 0; i < volumes.size(); i++) {
      String name = volumes.get(i).at("secret", "secretName").text();
      if (volumes.get(i).get("secret").isPresent() && !secrets.contains(name)) {
        return objection(
            FieldPath.of("spec", "volumes").index(i),
            "volume with secret.secretName=\"%s\"".formatted(name),
            "secret");
      }
    }
    return Optional.empty();
  }

  private Optional<Objection> ofContainers(Node spec, String list, String words) {
    List<Node> containers = spec.get(list).items();
    for (int i = 0; i < containers.size(); i++) {
      String whose = words + containers.get(i).get("name").text();
      FieldPath place = FieldPath.of("spec", list).index(i);
      for (Node env : containers.get(i).get("env").items()) {
        Node key = env.at("valueFrom", "secretKeyRef");
        if (key.isPresent() && !secrets.contains(key.get("name").text())) {
          return objection(
              place.child("env"),
              "%s with envVar %s referencing secret.secretName=\"%s\""
                  .formatted(whose, env.get("name").text(), key.get("name").text()),
              "secret");
        }
      }
      for (Node from : containers.get(i).get("envFrom").items()) {
        Node secret = from.get("secretRef");
        if (secret.isPresent() && !secrets.contains(secret.get("name").text())) {
          return objection(
              place.child("envFrom"),
              "%s with envFrom referencing secret.secretName=\"%s\""
                  .formatted(whose, secret.get("name").text()),
              "secret");
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Objection> ofPulls(Node spec) {
    List<Node> pulls = spec.get("imagePullSecrets").items();
    for (int i = 0; i < pulls.size(); i++) {
      String name = pulls.get(i).get("name").text();
      if (!pullSecrets.contains(name)) {
        return objection(
            FieldPath.of("spec", "imagePullSecrets").index(i),
            "imagePullSecrets[%d].name=\"%s\"".formatted(i, name),
            "imagePullSecret");
      }
    }
    return Optional.empty();
  }

  private Optional<Objection> objection(FieldPath field, String what, String kind) {
    return Optional.of(new Objection(
        field,
        what + " is not allowed because service account " + account + " does not reference that "
            + kind));
  }
}
