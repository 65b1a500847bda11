package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.object.Tolerations;
import dev.seaworthy.simulate.scheduler.Objection;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Why a pod has no node, in words: which node fails which demand, and what would make it fit. The
 * objections are the scheduler's own; this says what lies behind them.
 */
final class WhyPending {

  private static final String PREEMPTION = " preemption: ";
  private static final String INSUFFICIENT = "Insufficient ";

  private static final Pattern MISSING_CLAIM =
      Pattern.compile("persistentvolumeclaim \"([^\"]*)\" not found");

  /** What the scheduler says of all nodes but those that a pod names. */
  private static final String NOT_NAMED = "didn't satisfy plugin(s)";

  /** So many nodes are named; of more it is said how many there are. */
  private static final int NAMED = 3;

  private final Cluster cluster;
  private final Resource pod;
  private final Amounts asked;
  private final List<Objection> objections;
  private final Map<List<String>, Long> free = new HashMap<>();

  WhyPending(Cluster cluster, Resource pod) {
    this.cluster = cluster;
    this.pod = pod;
    this.asked = PodRequests.of(pod.at("spec"));
    this.objections = cluster.objections(pod).stream()
        .filter(it -> cluster.view().get(Kinds.NODE, "", it.node()).isPresent())
        .toList();
  }

  /**
   * What the nodes lack; empty if some node would take it by now, or there is none.
   *
   * @param who the pods that it is about, {@code its pods}
   */
  String words(String who, boolean isOne) {
    Map<String, List<String>> nodes = nodesByReason();
    if (nodes.size() == 1 && allNodes(nodes).size() == objections.size()) {
      String only = nodes.keySet().iterator().next();
      if (only.startsWith(INSUFFICIENT)) {
        return who
            + (isOne ? " asks for " : " ask for ")
            + shortEverywhere(only.substring(INSUFFICIENT.length()));
      }
    }
    return nodes.isEmpty()
        ? ""
        : nodes.entrySet().stream()
            .map(entry -> phrase(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(
                "; ", who + (isOne ? " finds no node: " : " find no node: "), ""));
  }

  private static List<String> allNodes(Map<String, List<String>> nodes) {
    return nodes.values().stream().flatMap(List::stream).distinct().toList();
  }

  private Map<String, List<String>> nodesByReason() {
    Map<String, List<String>> nodes = new LinkedHashMap<>();
    for (Objection objection : objections) {
      objection.reasons().stream()
          .filter(reason -> !reason.contains(NOT_NAMED))
          .forEach(reason ->
              nodes.computeIfAbsent(reason, key -> new ArrayList<>()).add(objection.node()));
    }
    return nodes;
  }

  private Amounts allocatable(String node) {
    return Amounts.of(node(node).at("status", "allocatable"));
  }

  private Resource node(String name) {
    return cluster.view().get(Kinds.NODE, "", name).orElseThrow();
  }

  private long free(String node, String resource) {
    return free.computeIfAbsent(List.of(node, resource), key -> calculateFree(node, resource));
  }

  private long calculateFree(String node, String resource) {
    long used = cluster.view().podsOn(node).stream()
        .filter(other -> !new Pod(other).isFinished())
        .mapToLong(other -> PodRequests.of(other.at("spec")).get(resource))
        .sum();
    return allocatable(node).get(resource) - used;
  }

  private String mostFree(List<String> nodes, String resource) {
    return Objects.requireNonNull(nodes.stream()
        .max(Comparator.comparingLong((String node) -> free(node, resource))
            .thenComparing(Comparator.reverseOrder()))
        .orElse(null));
  }

  private List<String> nodes() {
    return objections.stream().map(Objection::node).toList();
  }

  private String shortEverywhere(String resource) {
    long wanted = asked.get(resource);
    long largest = largest(resource);
    String asks = AmountWords.of(resource, wanted);
    if (largest == 0) {
      return asks + ", and no node has any";
    }
    if (wanted > largest) {
      return asks + ", the largest node has " + AmountWords.bare(resource, largest);
    }
    String best = mostFree(nodes(), resource);
    return asks + "; " + best + " has the most left, "
        + AmountWords.bare(resource, free(best, resource)) + " of "
        + AmountWords.bare(resource, allocatable(best).get(resource));
  }

  private long largest(String resource) {
    return nodes().stream()
        .mapToLong(node -> allocatable(node).get(resource))
        .max()
        .orElse(0);
  }

  private static String named(List<String> nodes) {
    return nodes.size() <= NAMED ? String.join(", ", nodes) : nodes.size() + " nodes";
  }

  private static String verb(List<String> nodes, String one, String several) {
    return named(nodes) + " " + (nodes.size() == 1 ? one : several);
  }

  private String phrase(String reason, List<String> nodes) {
    if (reason.startsWith(INSUFFICIENT)) {
      String resource = reason.substring(INSUFFICIENT.length());
      String best = mostFree(nodes, resource);
      String left = AmountWords.of(resource, Math.max(0, free(best, resource)));
      return (nodes.size() == 1 ? best + " has " + left : named(nodes) + " have at most " + left)
          + " left of the "
          + AmountWords.bare(resource, asked.get(resource)) + " asked for";
    }
    if (reason.contains("node affinity/selector")) {
      return verb(nodes, "lacks", "lack") + " " + missingLabels(nodes);
    }
    if (reason.contains("taint")) {
      return verb(nodes, "has", "have") + " " + taints(nodes) + ", which it does not tolerate";
    }
    if (reason.contains("unschedulable")) {
      return verb(nodes, "is", "are") + " cordoned";
    }
    if (reason.contains("Too many pods")) {
      return verb(nodes, "has", "have") + " as many pods as "
          + (nodes.size() == 1 ? "it takes" : "they take");
    }
    if (reason.contains("free ports")) {
      return "on " + named(nodes) + " another pod has its host port";
    }
    return ofVolumes(reason)
        .or(() -> known(reason).map(words -> "on " + named(nodes) + " " + words))
        .orElse(named(nodes) + ": " + reason);
  }

  /** What a pod's claims lack, it lacks on every node. */
  private static Optional<String> ofVolumes(String reason) {
    Matcher missing = MISSING_CLAIM.matcher(reason);
    if (missing.matches()) {
      return Optional.of("there is no claim " + missing.group(1));
    }
    return reason.contains("unbound immediate PersistentVolumeClaims")
        ? Optional.of("a claim of it has no volume")
        : Optional.empty();
  }

  private static Optional<String> known(String reason) {
    if (reason.contains("existing pods anti-affinity")) {
      return Optional.of("runs a pod that must not have it beside itself");
    }
    if (reason.contains("anti-affinity")) {
      return Optional.of("runs a pod that it must not be beside");
    }
    if (reason.contains("unbound immediate")) {
      return Optional.of("it waits for a volume that nobody has made for its claim");
    }
    if (reason.contains("didn't match PersistentVolume")) {
      return Optional.of("the volume of its claim can't be reached");
    }
    if (reason.contains("persistent volumes to bind")) {
      return Optional.of("there is no volume for its claim, and none can be made");
    }
    if (reason.contains("ReadWriteOncePod")) {
      return Optional.of("its claim is for one pod, and another one has it");
    }
    if (reason.contains("pod affinity rules")) {
      return Optional.of("runs no pod that it must be beside");
    }
    if (reason.contains("topology spread constraints (missing")) {
      return Optional.of("the label is missing by which its pods are to be spread");
    }
    return reason.contains("topology spread")
        ? Optional.of("it would spread its pods less evenly than it allows")
        : Optional.empty();
  }

  private String missingLabels(List<String> nodes) {
    List<String> missing = pod.at("spec", "nodeSelector").entries().stream()
        .filter(wanted -> nodes.stream()
            .anyMatch(node -> !wanted.value().text().equals(node(node).labels().get(wanted.key()))))
        .map(wanted -> wanted.key() + "=" + wanted.value().text())
        .toList();
    return missing.isEmpty()
        ? "what its node affinity asks for"
        : (missing.size() == 1 ? "the label " : "the labels ") + String.join(", ", missing);
  }

  private String taints(List<String> nodes) {
    List<String> taints = untolerated(nodes);
    return (taints.size() == 1 ? "the taint " : "the taints ") + String.join(", ", taints);
  }

  private List<String> untolerated(List<String> nodes) {
    Tolerations tolerations = Tolerations.of(pod);
    return nodes.stream()
        .flatMap(node -> node(node).at("spec", "taints").items().stream())
        .filter(taint -> !taint.get("effect").text().equals("PreferNoSchedule"))
        .filter(taint -> !tolerations.tolerate(taint))
        .map(WhyPending::text)
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

  /** What would give it a node: the least that one of the nodes needs; empty if words can't say. */
  Optional<String> remedy() {
    return objections.stream()
        .filter(objection -> objection.reasons().size() == 1)
        .map(objection -> remedy(objection.node(), objection.reasons().get(0)))
        .flatMap(Optional::stream)
        .min(Comparator.comparingLong(Remedy::cost))
        .map(Remedy::text);
  }

  /** @param cost how much is to be changed, to name the smallest change */
  private record Remedy(long cost, String text) {}

  private Optional<Remedy> remedy(String node, String reason) {
    if (reason.startsWith(INSUFFICIENT)) {
      return Optional.of(room(node, reason.substring(INSUFFICIENT.length())));
    }
    if (reason.contains("unschedulable")) {
      return Optional.of(new Remedy(1, "it fits on " + node + " after kubectl uncordon " + node));
    }
    if (reason.contains("taint")) {
      String taint = String.join(", ", untolerated(List.of(node)));
      return Optional.of(new Remedy(2, "it fits on " + node + " if it tolerates " + taint));
    }
    if (reason.contains("node affinity/selector")
        && pod.at("spec", "nodeSelector").isPresent()) {
      return Optional.of(
          new Remedy(3, "it fits on " + node + " if that gets " + missingLabels(List.of(node))));
    }
    return Optional.empty();
  }

  private Remedy room(String node, String resource) {
    long wanted = asked.get(resource);
    long free = Math.max(0, free(node, resource));
    long has = allocatable(node).get(resource);
    String less = "ask for at most " + AmountWords.of(resource, free);
    String text = wanted > has
        ? less + ", or have a node of " + AmountWords.of(resource, wanted)
        : "it fits on " + node + " if " + AmountWords.of(resource, wanted - free)
            + " more are free there; or " + less + ", or have one node more";
    return new Remedy(4 + wanted - free, text);
  }

  /** The first sentence of the scheduler's message, without its full stop. */
  static String withoutPreemption(String message) {
    int end = message.indexOf(PREEMPTION);
    String first = end < 0 ? message : message.substring(0, end);
    String told = first.isEmpty() ? "the scheduler has not tried it" : first;
    return told.endsWith(".") ? told.substring(0, told.length() - 1) : told;
  }
}
