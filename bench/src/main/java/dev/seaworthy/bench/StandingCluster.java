package dev.seaworthy.bench;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.conformance.Answer;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Endpoint;
import dev.seaworthy.validate.Submission;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.AdmissionSettings;
import dev.seaworthy.validate.admission.GivenObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Our server, behind it a cluster that holds given objects, the namespaces that every cluster has,
 * and nothing else. ServiceAccounts are not asked for, as where the answers were recorded.
 */
final class StandingCluster {

  private static final List<String> USUAL_NAMESPACES =
      List.of("default", "kube-system", "kube-public", "kube-node-lease");

  private static final AdmissionSettings RECORDED_WITH =
      AdmissionSettings.USUAL.withServiceAccounts(false);

  private final ApiCatalog catalog;
  private final String namespace;
  private final ApiServer server;

  /**
   * @param namespace where requests go to, and where objects are that name no namespace
   * @param objects what stands there, as manifests
   */
  StandingCluster(ApiCatalog catalog, String namespace, List<? extends Node> objects) {
    this.catalog = catalog;
    this.namespace = namespace;
    ApiServer empty = ApiServer.of(catalog);
    List<Resource> standing = new ArrayList<>();
    Stream.concat(USUAL_NAMESPACES.stream().map(StandingCluster::namespace), objects.stream())
        .flatMap(object -> asStored(object, empty).stream())
        .forEach(standing::add);
    this.server = empty.with(RECORDED_WITH).knowing(new GivenObjects(standing, true));
  }

  /** The manifest of a namespace without labels. */
  static Mapping namespace(String name) {
    return Mapping.EMPTY
        .with("apiVersion", Scalar.of("v1"))
        .with("kind", Scalar.of("Namespace"))
        .with("metadata", Mapping.EMPTY.with("name", Scalar.of(name)));
  }

  /** With defaults; as it is where our server does not take it. */
  private Optional<Resource> asStored(Node manifest, ApiServer empty) {
    Optional<Resource> stored = empty
        .judge(Submission.create(manifest).to(endpoint(manifest)))
        .result()
        .map(object -> withStatusOf(manifest, object));
    return stored.isPresent() || !(manifest instanceof Mapping mapping)
        ? stored
        : Optional.of(new Resource(mapping));
  }

  /** What a server drops from what is to be made, the object has come to meanwhile. */
  private static Resource withStatusOf(Node manifest, Resource stored) {
    Node status = manifest.get("status");
    return status.isPresent() ? stored.with("status", status) : stored;
  }

  /** What the server says to an object that is to be made. */
  Verdict create(Node object) {
    return server.judge(Submission.create(object).to(endpoint(object)));
  }

  /** What the server says to an object that is sent in place of {@code old}. */
  Verdict update(Node object, Node old) {
    return server.judge(Submission.update(object, old).to(endpoint(old)));
  }

  /** What the server says to an object that is sent for a part of {@code old}, or in its place. */
  Verdict update(Node object, Node old, String subresource) {
    return switch (subresource) {
      case "ephemeralcontainers" ->
        server.judge(Submission.ephemeralContainers(object, old).to(endpoint(old)));
      case "scale" -> server.judge(Submission.scale(object, old).to(endpoint(old)));
      default -> update(object, old);
    };
  }

  /** What the server says to an object that is to go. */
  Verdict delete(Node old) {
    return server.judge(Submission.delete(old).to(endpoint(old)));
  }

  private Endpoint endpoint(Node object) {
    GroupVersionKind gvk =
        GroupVersionKind.of(object.get("apiVersion").text(), object.get("kind").text());
    boolean namespaced = catalog.find(gvk).map(type -> type.namespaced()).orElse(true);
    return new Endpoint(gvk, namespaced ? namespace : "");
  }

  /** The answer; a crash is one that agrees with nothing. */
  static Answer answer(Supplier<Verdict> verdict) {
    try {
      return Answer.of(verdict.get());
    } catch (RuntimeException crash) {
      return Answer.ofCrash(crash);
    }
  }
}
