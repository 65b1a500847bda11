package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.object.Tolerations;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a pod that waits demands of nodes, and what they have to give. */
final class Demands {

  private final Cluster cluster;
  private final Resource pod;
  private final Amounts asked;
  private final Map<List<String>, Long> free = new HashMap<>();

  Demands(Cluster cluster, Resource pod) {
    this.cluster = cluster;
    this.pod = pod;
    this.asked = PodRequests.of(pod.at("spec"));
  }

  /** How much of a resource the pod asks for. */
  long asked(String resource) {
    return asked.get(resource);
  }

  boolean hasNodeSelector() {
    return pod.at("spec", "nodeSelector").isPresent();
  }

  /** Whether the node is lost: silent, or never heard of. What it would take helps nobody. */
  boolean isLost(String node) {
    return !Conditions.of(node(node)).isTrue("Ready");
  }

  Amounts allocatable(String node) {
    return Amounts.of(node(node).at("status", "allocatable"));
  }

  private Resource node(String name) {
    return cluster.view().get(Kinds.NODE, "", name).orElseThrow();
  }

  long free(String node, String resource) {
    return free.computeIfAbsent(List.of(node, resource), key -> calculateFree(node, resource));
  }

  private long calculateFree(String node, String resource) {
    long used = cluster.view().podsOn(node).stream()
        .filter(other -> !new Pod(other).isFinished())
        .mapToLong(other -> PodRequests.of(other).get(resource))
        .sum();
    return allocatable(node).get(resource) - used;
  }

  /** The one of {@code nodes} with most of a resource left. */
  String mostFree(List<String> nodes, String resource) {
    return Objects.requireNonNull(nodes.stream()
        .max(Comparator.comparingLong((String node) -> free(node, resource))
            .thenComparing(Comparator.reverseOrder()))
        .orElse(null));
  }

  /** How much the largest of {@code nodes} has of a resource, with nothing on it. */
  long largest(List<String> nodes, String resource) {
    return nodes.stream()
        .mapToLong(node -> allocatable(node).get(resource))
        .max()
        .orElse(0);
  }

  /** The labels that the pod asks for and one of {@code nodes} lacks, in words. */
  String missingLabels(List<String> nodes) {
    List<String> missing = pod.at("spec", "nodeSelector").entries().stream()
        .filter(wanted -> nodes.stream()
            .anyMatch(node -> !wanted.value().text().equals(node(node).labels().get(wanted.key()))))
        .map(wanted -> wanted.key() + "=" + wanted.value().text())
        .toList();
    return missing.isEmpty()
        ? "what its node affinity asks for"
        : (missing.size() == 1 ? "the label " : "the labels ") + String.join(", ", missing);
  }

  /** The taints of {@code nodes} that keep the pod away, as {@code kubectl taint} takes them. */
  List<String> untolerated(List<String> nodes) {
    Tolerations tolerations = Tolerations.of(pod);
    return nodes.stream()
        .flatMap(node -> node(node).at("spec", "taints").items().stream())
        .filter(taint -> !taint.get("effect").text().equals("PreferNoSchedule"))
        .filter(taint -> !tolerations.tolerate(taint))
        .map(Demands::text)
        .distinct()
        .toList();
  }

  private static String text(Node taint) {
    String value = taint.get("value").text();
    return taint.get("key").text()
        + (value.isEmpty() ? "" : "=" + value)
        + ":"
        + taint.get("effect").text();
  }
}
