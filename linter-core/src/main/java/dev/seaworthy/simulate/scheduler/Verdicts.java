package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.object.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the filters say of every node for one pod.
 *
 * @param feasible the nodes that the pod can go to
 * @param reasons the first filter's objections, for every other node
 * @param objectors the filters that objected somewhere
 */
record Verdicts(
    List<NodeView> feasible, Map<NodeView, List<Reason>> reasons, List<Filter> objectors) {

  private static final String NO_VICTIMS = "No preemption victims found for incoming pod";
  private static final String NO_HELP = "Preemption is not helpful for scheduling";

  static Verdicts of(Pod pod, NodeViews cluster, List<Filter> filters) {
    List<Filter.Judge> judges =
        filters.stream().map(filter -> filter.judge(pod, cluster)).toList();
    List<NodeView> feasible = new ArrayList<>();
    Map<NodeView, List<Reason>> reasons = new LinkedHashMap<>();
    List<Filter> objectors = new ArrayList<>();
    for (NodeView node : cluster.all()) {
      int first = firstObjector(judges, node);
      if (first < 0) {
        feasible.add(node);
      } else {
        reasons.put(node, judges.get(first).objections(node));
        if (!objectors.contains(filters.get(first))) {
          objectors.add(filters.get(first));
        }
      }
    }
    return new Verdicts(feasible, reasons, objectors);
  }

  private static int firstObjector(List<Filter.Judge> judges, NodeView node) {
    for (int i = 0; i < judges.size(); i++) {
      if (!judges.get(i).objections(node).isEmpty()) {
        return i;
      }
    }
    return -1;
  }

  /** {@code 0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable.} */
  String message(int nodes) {
    if (nodes == 0) {
      return "no nodes available to schedule pods";
    }
    Map<String, Integer> counts = new TreeMap<>();
    reasons
        .values()
        .forEach(list -> list.forEach(reason -> counts.merge(reason.text(), 1, Integer::sum)));
    return summary(nodes, counts);
  }

  /** What preemption could do about it, as the message ends with. */
  String preemption(Pod pod, int nodes) {
    if (!Preemption.isAllowed(pod)) {
      return "not eligible due to preemptionPolicy=Never.";
    }
    Map<String, Integer> counts = new TreeMap<>();
    reasons
        .keySet()
        .forEach(node -> counts.merge(isRemovable(node) ? NO_VICTIMS : NO_HELP, 1, Integer::sum));
    return summary(nodes, counts);
  }

  static String summary(int nodes, Map<String, Integer> counts) {
    return "0/"
        + nodes
        + " nodes are available: "
        + counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .sorted()
            .collect(Collectors.joining(", "))
        + ".";
  }

  /** Whether the pod could come to {@code node} if other pods left. */
  boolean isRemovable(NodeView node) {
    return reasons.get(node) != null && reasons.get(node).stream().noneMatch(Reason::permanent);
  }
}
