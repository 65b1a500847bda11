package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.object.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes room for an important pod: the node where the least has to go, and the pods that have to go
 * there. Touches nothing.
 *
 * @param node where the pod could then go
 * @param victims the pods that leave, the most important first
 */
record Preemption(NodeView node, List<Pod> victims) {

  /** Whether {@code pod} may drive others away at all. */
  static boolean isAllowed(Pod pod) {
    return !pod.resource().at("spec", "preemptionPolicy").text().equals("Never");
  }

  /** The cheapest way; empty if no pod of lower priority is in the way. */
  static Optional<Preemption> find(
      Pod pod, NodeViews cluster, Verdicts verdicts, List<Filter> filters) {
    List<Preemption> ways = new ArrayList<>();
    for (NodeView node : verdicts.reasons().keySet()) {
      if (verdicts.isRemovable(node)) {
        on(node, pod, cluster, filters).ifPresent(ways::add);
      }
    }
    return ways.stream()
        .min(Comparator.comparingLong(Preemption::highest)
            .thenComparingLong(Preemption::sum)
            .thenComparingInt(way -> way.victims().size()));
  }

  private static Optional<Preemption> on(
      NodeView node, Pod pod, NodeViews cluster, List<Filter> filters) {
    List<Pod> lower = node.pods().stream()
        .filter(other -> priority(other) < priority(pod))
        .sorted(
            Comparator.comparingLong(Preemption::priority).reversed().thenComparing(Pod::created))
        .toList();
    if (lower.isEmpty() || !fits(pod, node.without(lower), cluster, filters)) {
      return Optional.empty();
    }
    List<Pod> victims = new ArrayList<>(lower);
    for (Pod spared : lower) {
      victims.remove(spared);
      if (!fits(pod, node.without(victims), cluster, filters)) {
        victims.add(spared);
      }
    }
    return Optional.of(new Preemption(node, List.copyOf(victims)));
  }

  private static boolean fits(Pod pod, NodeView changed, NodeViews cluster, List<Filter> filters) {
    NodeViews around = cluster.with(changed);
    return filters.stream()
        .allMatch(filter -> filter.judge(pod, around).objections(changed).isEmpty());
  }

  static long priority(Pod pod) {
    return pod.resource().at("spec", "priority").longOr(0);
  }

  private long highest() {
    return victims.stream().mapToLong(Preemption::priority).max().orElse(Long.MIN_VALUE);
  }

  private long sum() {
    return victims.stream().mapToLong(Preemption::priority).sum();
  }
}
