package dev.seaworthy.simulate.scheduler.score;

import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Selector;
import dev.seaworthy.simulate.scheduler.NodeView;
import dev.seaworthy.simulate.scheduler.NodeViews;
import dev.seaworthy.simulate.scheduler.Score;
import dev.seaworthy.simulate.scheduler.SpreadConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Prefers the domain with the fewest pods of the same application: as the pod's own soft
 * constraints say or, for a pod without any, over hosts and zones.
 */
public final class EvenSpread implements Score {

  private static final String ZONE = "topology.kubernetes.io/zone";

  private final Function<Pod, Optional<Selector>> application;

  /**
   * @param application what pods are of the same application as one, by its owner and Services
   */
  public EvenSpread(Function<Pod, Optional<Selector>> application) {
    this.application = application;
  }

  @Override
  public int weight() {
    return 2;
  }

  private record Weighted(SpreadConstraint constraint, Map<String, Long> pods, double weight) {}

  @Override
  public long[] points(Pod pod, List<NodeView> candidates, NodeViews cluster) {
    boolean silent = pod.resource().at("spec", "topologySpreadConstraints").size() == 0;
    List<SpreadConstraint> constraints = silent ? usual(pod) : SpreadConstraint.of(pod, false);
    if (constraints.isEmpty()) {
      return new long[candidates.size()];
    }
    Set<NodeView> outside = new HashSet<>();
    if (!silent) {
      candidates.stream().filter(node -> !isInside(node, constraints)).forEach(outside::add);
    }
    List<Weighted> weighted = new ArrayList<>();
    for (SpreadConstraint constraint : constraints) {
      weighted.add(weigh(constraint, constraints, pod, candidates, outside, cluster, silent));
    }
    return normalized(candidates, outside, pod, weighted);
  }

  private List<SpreadConstraint> usual(Pod pod) {
    return application
        .apply(pod)
        .map(selector -> List.of(
            SpreadConstraint.usual(SpreadConstraint.HOSTNAME, 3, selector),
            SpreadConstraint.usual(ZONE, 5, selector)))
        .orElse(List.of());
  }

  private static boolean isInside(NodeView node, List<SpreadConstraint> constraints) {
    return constraints.stream().allMatch(it -> node.labels().containsKey(it.key()));
  }

  private static Weighted weigh(
      SpreadConstraint constraint,
      List<SpreadConstraint> all,
      Pod pod,
      List<NodeView> candidates,
      Set<NodeView> outside,
      NodeViews cluster,
      boolean silent) {
    if (constraint.key().equals(SpreadConstraint.HOSTNAME)) {
      return new Weighted(constraint, Map.of(), weight(candidates.size() - outside.size()));
    }
    Map<String, Long> pods = new HashMap<>();
    candidates.stream()
        .filter(node -> !outside.contains(node))
        .forEach(node -> pods.put(node.labels().getOrDefault(constraint.key(), ""), 0L));
    for (NodeView node : cluster.all()) {
      String domain = node.labels().getOrDefault(constraint.key(), "");
      boolean counts = (silent || isInside(node, all)) && constraint.includes(node, pod);
      if (counts && pods.containsKey(domain)) {
        pods.merge(domain, constraint.countOn(node, pod.namespace()), Long::sum);
      }
    }
    return new Weighted(constraint, pods, weight(pods.size()));
  }

  /** The more domains, the less one pod skews them. */
  private static double weight(int domains) {
    return Math.log(domains + 2);
  }

  private static long[] normalized(
      List<NodeView> candidates, Set<NodeView> outside, Pod pod, List<Weighted> weighted) {
    long[] raw = candidates.stream().mapToLong(node -> raw(node, pod, weighted)).toArray();
    long min = Long.MAX_VALUE;
    long max = 0;
    for (int i = 0; i < raw.length; i++) {
      if (!outside.contains(candidates.get(i))) {
        min = Math.min(min, raw[i]);
        max = Math.max(max, raw[i]);
      }
    }
    long[] points = new long[raw.length];
    for (int i = 0; i < raw.length; i++) {
      if (!outside.contains(candidates.get(i))) {
        points[i] = max == 0 ? 100 : 100 * (max + min - raw[i]) / max;
      }
    }
    return points;
  }

  private static long raw(NodeView node, Pod pod, List<Weighted> weighted) {
    double sum = 0;
    for (Weighted each : weighted) {
      String domain = node.labels().get(each.constraint().key());
      if (domain != null) {
        boolean host = each.constraint().key().equals(SpreadConstraint.HOSTNAME);
        long count = host
            ? each.constraint().countOn(node, pod.namespace())
            : each.pods().getOrDefault(domain, 0L);
        sum += count * each.weight() + (each.constraint().maxSkew() - 1);
      }
    }
    return Math.round(sum);
  }
}
