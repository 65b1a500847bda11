package dev.seaworthy.graph;

import dev.seaworthy.api.CsvIndex;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Objects that come into being because another one exists: the Secret of an ExternalSecret, the
 * Services of a database. Kinds are rows of {@code provided-objects.csv}; what annotations say is
 * known here.
 */
final class Providers {

  /** Stands for all namespaces in the key of what comes into being in each of them. */
  static final String EVERYWHERE = "*";

  private static final String SERVING_CERTIFICATE =
      "service.beta.openshift.io/serving-cert-secret-name";
  private static final List<String> ISSUERS =
      List.of("cert-manager.io/issuer", "cert-manager.io/cluster-issuer");

  private static final List<String> COPYING = List.of(
      "kubed.appscode.com/sync",
      "reflector.v1.k8s.emberstack.com/reflection-auto-enabled",
      "reflector.v1.k8s.emberstack.com/reflection-allowed",
      "replicator.v1.mittwald.de/replicate-to",
      "replicator.v1.mittwald.de/replicate-to-matching");

  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");
  private static final GroupKind HELM_RELEASE =
      GroupKind.of("helm.toolkit.fluxcd.io", "HelmRelease");
  private static final GroupKind APPLICATION = GroupKind.of("argoproj.io", "Application");

  /** The table that ships with the product. */
  private final CsvIndex table = TableFile.byKind("provided-objects.csv");

  private final List<ProvidedObject> more;
  private final Map<GroupKind, List<ProvidedObject>> byKind = new ConcurrentHashMap<>();

  private Providers(List<ProvidedObject> more) {
    this.more = more;
  }

  /** The table that ships with the product, and {@code more} rows. */
  static Providers with(List<ProvidedObject> more) {
    return new Providers(more);
  }

  private List<ProvidedObject> ofKind(GroupKind kind) {
    List<ProvidedObject> known = byKind.get(kind);
    if (known == null) {
      known = new ArrayList<>(0);
      for (List<String> row : table.rows(kind.group(), kind.kind())) {
        GroupKind target = GroupKind.of(row.get(2), row.get(3));
        known.add(new ProvidedObject(kind, target, row.get(4), Boolean.parseBoolean(row.get(5))));
      }
      more.stream().filter(row -> row.kind().equals(kind)).forEach(known::add);
      byKind.put(kind, known);
    }
    return known;
  }

  /**
   * What comes into being because of another object.
   *
   * @param isMeant whether it counts as one of the input's own
   */
  record Provided(ObjectKey key, boolean isMeant) {}

  /** What {@code object}, of {@code namespace}, provides beside itself. */
  List<Provided> of(InputObject object, String namespace) {
    List<Provided> provided = new ArrayList<>(0);
    for (ProvidedObject row : ofKind(object.kind())) {
      String where = row.everyNamespace() ? EVERYWHERE : namespace;
      boolean isMeant = row.isMeant() && !row.everyNamespace();
      row.namesFor(object)
          .forEach(name ->
              provided.add(new Provided(new ObjectKey(row.target(), where, name), isMeant)));
    }
    ofAnnotations(object)
        .forEach(name ->
            provided.add(new Provided(new ObjectKey(References.SECRET, namespace, name), true)));
    createdNamespace(object)
        .ifPresent(name -> provided.add(new Provided(new ObjectKey(NAMESPACE, "", name), false)));
    if (isCopied(object)) {
      provided.add(new Provided(new ObjectKey(object.kind(), EVERYWHERE, object.name()), false));
    }
    return provided;
  }

  /** The Namespace that a tool makes before it installs something into it, where it is told to. */
  private static Optional<String> createdNamespace(InputObject object) {
    Node spec = object.resource().at("spec");
    if (object.kind().equals(HELM_RELEASE)) {
      return spec.at("install", "createNamespace").isTrue()
          ? spec.get("targetNamespace").asString()
          : Optional.empty();
    }
    boolean creates = object.kind().equals(APPLICATION)
        && spec.at("syncPolicy", "syncOptions").items().stream()
            .anyMatch(option -> option.text().equals("CreateNamespace=true"));
    return creates ? spec.at("destination", "namespace").asString() : Optional.empty();
  }

  /** Whether an annotation asks a controller to copy it into other namespaces. */
  private static boolean isCopied(InputObject object) {
    Node annotations = object.resource().at("metadata", "annotations");
    return annotations.isPresent()
        && COPYING.stream().anyMatch(key -> annotations.get(key).isPresent());
  }

  private static List<String> ofAnnotations(InputObject object) {
    Node annotations = object.resource().at("metadata", "annotations");
    if (annotations.isAbsent()) {
      return List.of();
    }
    List<String> names = new ArrayList<>(0);
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
