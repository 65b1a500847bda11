package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why a pod fits nowhere.
 *
 * @param nodes how many nodes there are
 * @param rejections the first objection to each node that was looked at
 * @param others what holds for all other nodes
 * @param plugins those that object, whose events may help
 * @param isOfPod whether no node was looked at, because the pod itself cannot have any
 */
record Diagnosis(
    int nodes,
    Map<NodeInfo, Rejection> rejections,
    Status others,
    Set<FilterPlugin> plugins,
    boolean isOfPod) {

  static final Diagnosis NO_NODES = new Diagnosis(0, Map.of(), Status.SUCCESS, Set.of(), false);

  /** {@code 0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable.} */
  String message() {
    if (nodes == 0) {
      return "no nodes available to schedule pods";
    }
    if (isOfPod) {
      return "0/%d nodes are available: %s.".formatted(nodes, String.join(", ", others.reasons()));
    }
    List<Status> statuses = new ArrayList<>();
    rejections.values().forEach(rejection -> statuses.add(rejection.status()));
    return summary(nodes, statuses, others);
  }

  /** The nodes to which the pod could come if other pods left. */
  List<NodeInfo> resolvable() {
    return rejections.entrySet().stream()
        .filter(entry -> !entry.getValue().status().unresolvable())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What is said of some nodes, and of all others alike, counted by reason. */
  static String summary(int nodes, List<Status> statuses, Status others) {
    Map<String, Integer> counts = new TreeMap<>();
    statuses.forEach(
        status -> status.reasons().forEach(reason -> counts.merge(reason, 1, Integer::sum)));
    int rest = nodes - statuses.size();
    if (rest > 0) {
      others.reasons().forEach(reason -> counts.merge(reason, rest, Integer::sum));
    }
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .sorted()
        .collect(Collectors.joining(", ", "0/" + nodes + " nodes are available: ", "."));
  }

  /** Collects objections, node by node. */
  static final class Builder {
    private final Map<NodeInfo, Rejection> rejections = new LinkedHashMap<>();
    private final Set<FilterPlugin> plugins = new LinkedHashSet<>();
    private Status others = Status.SUCCESS;
    private boolean isOfPod;

    void add(NodeInfo node, Rejection rejection) {
      rejections.put(node, rejection);
      plugins.add(rejection.plugin());
    }

    /** Only the nodes that {@code plugin} named were looked at. */
    void narrowedBy(FilterPlugin plugin) {
      plugins.add(plugin);
      others = Status.unresolvable("node(s) didn't satisfy plugin(s) [" + plugin.name() + "]");
    }

    /** No node was looked at. */
    Builder refusedBy(Rejection refusal) {
      plugins.add(refusal.plugin());
      others = refusal.status();
      isOfPod = true;
      return this;
    }

    Diagnosis build(int nodes) {
      return new Diagnosis(nodes, rejections, others, plugins, isOfPod);
    }
  }
}
