package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.apply.Applying;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.validate.ApiServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A cluster of one node with a real kubelet, and the pod {@code web} on it. */
final class PodsOnANode {

  final Cluster cluster;

  private PodsOnANode(Cluster cluster) {
    this.cluster = cluster.withNodes("node-", 1, NodeShape.USUAL);
  }

  /** Images that are not named here start and are ready at once. */
  static PodsOnANode playing(Map<String, Behaviour> images) {
    return new PodsOnANode(Cluster.start(ClusterSettings.REAL.playing(images), Seed.NONE));
  }

  /** The same with another API server, and usual images. */
  static PodsOnANode of(ApiServer server) {
    return new PodsOnANode(Cluster.start(ClusterSettings.REAL, Seed.NONE, server));
  }

  /** Makes the pod {@code web} with this spec. */
  PodsOnANode pod(String spec) {
    return apply("apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: default}\nspec:\n"
        + spec.indent(2));
  }

  PodsOnANode apply(String manifest) {
    cluster.api().apply(new Resource(yaml(manifest)), Applying.SERVER_SIDE);
    return this;
  }

  static Mapping yaml(String text) {
    return (Mapping) new ManifestReader()
        .read("test.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }

  PodsOnANode after(Duration time) {
    cluster.advance(time);
    return this;
  }

  PodsOnANode afterSeconds(long seconds) {
    return after(Duration.ofSeconds(seconds));
  }

  Resource pod() {
    return cluster.view().get(key()).orElseThrow();
  }

  boolean isGone() {
    return cluster.view().get(key()).isEmpty();
  }

  static ObjectKey key() {
    return new ObjectKey(Kinds.POD, "default", "web");
  }

  String phase() {
    return pod().at("status", "phase").text();
  }

  boolean isReady() {
    return Conditions.of(pod()).isTrue("Ready");
  }

  String condition(String type) {
    Node condition = Conditions.of(pod()).get(type);
    return "%s %s"
        .formatted(condition.get("status").text(), condition.get("reason").text())
        .trim();
  }

  /** {@code running}, {@code terminated Error 1}, {@code waiting CrashLoopBackOff}. */
  String container(String name) {
    Node state = status(name).get("state");
    Mapping.Entry what = state.entries().get(0);
    String code = what.value().get("exitCode").isPresent()
        ? " " + what.value().get("exitCode").longOr(0)
        : "";
    return (what.key() + " " + what.value().get("reason").text()).trim() + code;
  }

  long restarts(String name) {
    return status(name).get("restartCount").longOr(0);
  }

  Node status(String name) {
    return List.of("initContainerStatuses", "containerStatuses", "ephemeralContainerStatuses")
        .stream()
        .flatMap(list -> pod().at("status", list).items().stream())
        .filter(status -> status.get("name").text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** What was told of the pod, {@code reason: message} each. */
  List<String> events() {
    return cluster.events().stream()
        .filter(event -> event.regarding().equals(key()))
        .map(PodsOnANode::text)
        .toList();
  }

  private static String text(Event event) {
    return event.reason() + ": " + event.message();
  }
}
