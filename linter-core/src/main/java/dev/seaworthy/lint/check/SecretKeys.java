package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys that a Secret has, or will have once its maker has made it. */
final class SecretKeys {

  private static final Map<String, Set<String>> OF_TYPES = Map.of(
      "kubernetes.io/tls", Set.of("tls.crt", "tls.key"),
      // OpenShift adds its own authority.
      "kubernetes.io/service-account-token",
          Set.of("token", "ca.crt", "namespace", "service-ca.crt"));

  private SecretKeys() {}

  /** Empty where they cannot be known. */
  static Optional<Set<String>> of(InputObject source) {
    return switch (source.kind().kind()) {
      case "Secret" -> Optional.of(ofSecret(source));
      case "ExternalSecret" -> ofExternalSecret(source);
      case "SealedSecret" -> Optional.of(keys(source, "spec", "encryptedData"));
      case "Certificate" -> Optional.of(Set.of("tls.crt", "tls.key", "ca.crt"));
      default -> Optional.empty();
    };
  }

  private static Set<String> ofSecret(InputObject secret) {
    Set<String> keys = keys(secret, "data");
    keys.addAll(keys(secret, "stringData"));
    keys.addAll(OF_TYPES.getOrDefault(secret.resource().at("type").text(), Set.of()));
    return keys;
  }

  private static Optional<Set<String>> ofExternalSecret(InputObject external) {
    if (external.at(FieldPath.of("spec", "dataFrom")).size() > 0
        || external
            .at(FieldPath.of("spec", "target", "template", "templateFrom"))
            .isPresent()) {
      return Optional.empty();
    }
    Set<String> keys = keys(external, "spec", "target", "template", "data");
    external
        .at(FieldPath.of("spec", "data"))
        .items()
        .forEach(d -> keys.add(d.get("secretKey").text()));
    return Optional.of(keys);
  }

  private static Set<String> keys(InputObject object, String... path) {
    Set<String> keys = new LinkedHashSet<>();
    object.at(FieldPath.of(path)).entries().forEach(entry -> keys.add(entry.key()));
    return keys;
  }
}
