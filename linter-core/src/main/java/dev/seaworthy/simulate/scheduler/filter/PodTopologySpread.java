package dev.seaworthy.simulate.scheduler.filter;

import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.Filter;
import dev.seaworthy.simulate.scheduler.NodeView;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Reason;
import dev.seaworthy.simulate.scheduler.SpreadConstraint;
import dev.seaworthy.simulate.scheduler.Trigger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No domain may get ahead of the emptiest one by more than the pod's constraints allow. */
public final class PodTopologySpread implements Filter {

  private static final String TEXT = "node(s) didn't match pod topology spread constraints";

  private static final List<Reason> SKEWED = List.of(Reason.removable(TEXT));
  private static final List<Reason> OUTSIDE =
      List.of(Reason.permanent(TEXT + " (missing required label)"));

  private record Counted(SpreadConstraint constraint, Map<String, Long> pods, long least) {}

  @Override
  public Judge judge(Pod pod, NodeViews cluster) {
    List<SpreadConstraint> constraints = SpreadConstraint.of(pod, true);
    if (constraints.isEmpty()) {
      return CONTENT;
    }
    List<Counted> counted =
        constraints.stream().map(it -> count(it, constraints, pod, cluster)).toList();
    return node -> objections(node, pod, counted);
  }

  private static Counted count(
      SpreadConstraint constraint, List<SpreadConstraint> all, Pod pod, NodeViews cluster) {
    Map<String, Long> pods = new HashMap<>();
    for (NodeView node : cluster.all()) {
      boolean inside = all.stream().allMatch(other -> node.labels().containsKey(other.key()));
      if (inside && constraint.includes(node, pod)) {
        pods.merge(
            node.labels().getOrDefault(constraint.key(), ""),
            constraint.countOn(node, pod.namespace()),
            Long::sum);
      }
    }
    long least = pods.values().stream().mapToLong(Long::longValue).min().orElse(0);
    return new Counted(constraint, pods, pods.size() < constraint.minDomains() ? 0 : least);
  }

  private static List<Reason> objections(NodeView node, Pod pod, List<Counted> counted) {
    for (Counted each : counted) {
      String domain = node.labels().get(each.constraint().key());
      if (domain == null) {
        return OUTSIDE;
      }
      long itself = each.constraint().counts(pod.labels()) ? 1 : 0;
      long skew = each.pods().getOrDefault(domain, 0L) + itself - each.least();
      if (skew > each.constraint().maxSkew()) {
        return SKEWED;
      }
    }
    return List.of();
  }

  @Override
  public Set<Trigger> retriedOn() {
    return Set.of(Trigger.NODE_ADDED, Trigger.NODE_CHANGED, Trigger.POD_LEFT, Trigger.POD_CHANGED);
  }
}
