package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.scheduler.Objection;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a pod has no node, in words: which node fails which demand, and what would make it fit. The
 * objections are the scheduler's own; this says what lies behind them.
 */
final class WhyPending {

  private static final String PREEMPTION = " preemption: ";

  /** What the scheduler says of all nodes but those that a pod names. */
  private static final String NOT_NAMED = "didn't satisfy plugin(s)";

  private final Demands demands;
  private final List<Objection> objections;

  WhyPending(Cluster cluster, Resource pod) {
    this.demands = new Demands(cluster, pod);
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
      if (only.startsWith(ObjectionWords.INSUFFICIENT)) {
        return who
            + (isOne ? " asks for " : " ask for ")
            + shortEverywhere(only.substring(ObjectionWords.INSUFFICIENT.length()));
      }
    }
    return nodes.isEmpty()
        ? ""
        : who + (isOne ? " finds no node: " : " find no node: ") + phrases(nodes);
  }

  /** What each of the nodes has against it; empty if there is nothing. */
  String ofNodes() {
    return phrases(nodesByReason());
  }

  private String phrases(Map<String, List<String>> nodes) {
    ObjectionWords words = new ObjectionWords(demands);
    return nodes.entrySet().stream()
        .map(entry -> words.phrase(entry.getKey(), entry.getValue()))
        .collect(Collectors.joining("; "));
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

  private List<String> nodes() {
    return objections.stream().map(Objection::node).toList();
  }

  private String shortEverywhere(String resource) {
    long wanted = demands.asked(resource);
    long largest = demands.largest(nodes(), resource);
    String asks = AmountWords.of(resource, wanted);
    if (largest == 0) {
      return asks + ", and no node has any";
    }
    if (wanted > largest) {
      return asks + ", the largest node has " + AmountWords.bare(resource, largest);
    }
    String best = demands.mostFree(nodes(), resource);
    return asks + "; " + best + " has the most left, "
        + AmountWords.bare(resource, demands.free(best, resource)) + " of "
        + AmountWords.bare(resource, demands.allocatable(best).get(resource));
  }

  /** What would give it a node: the least that one of the nodes needs; empty if words can't say. */
  Optional<String> remedy() {
    return new PendingRemedies(demands).least(objections);
  }

  /** The first sentence of the scheduler's message, without its full stop. */
  static String withoutPreemption(String message) {
    int end = message.indexOf(PREEMPTION);
    String first = end < 0 ? message : message.substring(0, end);
    String told = first.isEmpty() ? "the scheduler has not tried it" : first;
    return told.endsWith(".") ? told.substring(0, told.length() - 1) : told;
  }
}
