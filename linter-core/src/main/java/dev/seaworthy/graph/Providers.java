package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Objects that come into being because another one exists: the Secret of an ExternalSecret, the
 * claims of a StatefulSet. As a table: a row a field that holds the name, or a pattern around the
 * object's own name.
 */
final class Providers {

  /** What a kind provides: the name stands at one of {@code places}, else it is made of the own one. */
  private record Row(GroupKind target, List<PathPattern> places, String ownName) {}

  private static final Map<GroupKind, List<Row>> TABLE = Map.ofEntries(
      entry("external-secrets.io", "ExternalSecret", secret("{name}", "spec.target.name")),
      entry("bitnami.com", "SealedSecret", secret("{name}", "spec.template.metadata.name")),
      entry("cert-manager.io", "Certificate", secret("", "spec.secretName")),
      entry(
          "secrets-store.csi.x-k8s.io",
          "SecretProviderClass",
          secret("", "spec.secretObjects[].secretName")),
      entry("secrets.hashicorp.com", "VaultStaticSecret", secret("", "spec.destination.name")),
      entry("secrets.hashicorp.com", "VaultDynamicSecret", secret("", "spec.destination.name")),
      entry("secrets.hashicorp.com", "VaultPKISecret", secret("", "spec.destination.name")),
      entry("onepassword.com", "OnePasswordItem", secret("{name}")),
      entry(
          "secrets.infisical.com",
          "InfisicalSecret",
          secret("", "spec.managedSecretReference.secretName")),
      entry(
          "postgresql.cnpg.io",
          "Cluster",
          secret("{name}-app"),
          secret("{name}-superuser"),
          secret("{name}-ca"),
          service("{name}-rw"),
          service("{name}-ro"),
          service("{name}-r")),
      entry("kafka.strimzi.io", "KafkaUser", secret("{name}")),
      entry(
          "kafka.strimzi.io",
          "Kafka",
          secret("{name}-cluster-ca-cert"),
          service("{name}-kafka-bootstrap")),
      entry("serving.knative.dev", "Service", service("{name}")),
      entry(
          "keda.sh",
          "ScaledObject",
          new Row(
              GroupKind.of("autoscaling", "HorizontalPodAutoscaler"),
              List.of(),
              "keda-hpa-{name}")));

  private static final String SERVING_CERTIFICATE =
      "service.beta.openshift.io/serving-cert-secret-name";
  private static final List<String> ISSUERS =
      List.of("cert-manager.io/issuer", "cert-manager.io/cluster-issuer");

  private Providers() {}

  private static Map.Entry<GroupKind, List<Row>> entry(String group, String kind, Row... rows) {
    return Map.entry(GroupKind.of(group, kind), List.of(rows));
  }

  private static Row secret(String ownName, String... places) {
    List<PathPattern> patterns = Stream.of(places).map(PathPattern::parse).toList();
    return new Row(References.SECRET, patterns, ownName);
  }

  private static Row service(String ownName) {
    return new Row(References.SERVICE, List.of(), ownName);
  }

  /** What {@code object} provides beside itself, in its own namespace. */
  static List<ObjectKey> of(InputObject object, String namespace) {
    List<ObjectKey> provided = new ArrayList<>();
    for (Row row : TABLE.getOrDefault(object.kind(), List.of())) {
      names(row, object)
          .forEach(name -> provided.add(new ObjectKey(row.target(), namespace, name)));
    }
    ofAnnotations(object)
        .forEach(name -> provided.add(new ObjectKey(References.SECRET, namespace, name)));
    return provided;
  }

  private static List<String> names(Row row, InputObject object) {
    List<String> names = new ArrayList<>();
    for (PathPattern place : row.places()) {
      for (FieldPath path : place.resolve(object.resource().root(), FieldPath.ROOT)) {
        names.add(object.at(path).text());
      }
    }
    return names.isEmpty() && !row.ownName().isEmpty()
        ? List.of(row.ownName().replace("{name}", object.name()))
        : names;
  }

  private static List<String> ofAnnotations(InputObject object) {
    Node annotations = object.resource().at("metadata", "annotations");
    List<String> names = new ArrayList<>();
    annotations.get(SERVING_CERTIFICATE).asString().ifPresent(names::add);
    if (ISSUERS.stream().anyMatch(issuer -> annotations.get(issuer).isString())) {
      for (Node tls : object.at(FieldPath.of("spec", "tls")).items()) {
        names.add(tls.get("secretName").text());
      }
      for (Node listener : object.at(FieldPath.of("spec", "listeners")).items()) {
        listener
            .at("tls", "certificateRefs")
            .items()
            .forEach(c -> names.add(c.get("name").text()));
      }
    }
    return names;
  }
}
