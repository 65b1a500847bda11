package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.format.Cidr;
import java.util.Map;
import java.util.Optional;

/**
 * An end of a connection, as policies see it.
 *
 * @param ip empty where nobody knows it
 * @param pod empty for one that the cluster has and manifests do not, such as its DNS server
 */
record Endpoint(
    String namespace, String name, Map<String, String> labels, String ip, Optional<Resource> pod) {

  static Endpoint of(Resource pod) {
    return new Endpoint(
        pod.namespace(),
        "pod/" + pod.name(),
        pod.labels(),
        pod.at("status", "podIP").text(),
        Optional.of(pod));
  }

  /** The DNS server of a cluster, as it is usually installed. */
  static Endpoint dnsServer() {
    return new Endpoint(
        "kube-system",
        "the cluster's DNS server",
        Map.of("k8s-app", "kube-dns"),
        "",
        Optional.empty());
  }

  private boolean isOnHostNetwork() {
    return pod.map(it -> it.at("spec", "hostNetwork").isTrue()).orElse(false);
  }

  /** Whether selectors of pods speak of it; one on its node's network is known by its address only. */
  boolean isPod() {
    return !isOnHostNetwork();
  }

  /** Whether policies that select it hold for it. */
  boolean isIsolable() {
    return pod.isPresent() && !isOnHostNetwork();
  }

  boolean isSameAs(Endpoint other) {
    return pod.isPresent() && namespace.equals(other.namespace) && name.equals(other.name);
  }

  boolean isIn(Node ipBlock) {
    return contains(ipBlock.get("cidr"))
        && ipBlock.get("except").items().stream().noneMatch(this::contains);
  }

  private boolean contains(Node range) {
    return Cidr.parseSloppy(range.text()).map(cidr -> cidr.contains(ip)).orElse(false);
  }

  /** What a container calls a port; empty if none does. */
  String nameOfPort(int port) {
    return pod.map(it -> new Listeners(it).nameOf(port)).orElse("");
  }

  @Override
  public String toString() {
    return name;
  }
}
