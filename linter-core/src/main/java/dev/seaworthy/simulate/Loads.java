package dev.seaworthy.simulate;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.controller.podautoscaler.PodMetrics;
import dev.seaworthy.simulate.node.PodUsage;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Controllers;
import dev.seaworthy.simulate.store.Kinds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What workloads have to bear, as a story tells it. The pods of a workload that run share its load
 * evenly, so that more of them have less to do each.
 */
final class Loads implements PodMetrics, PodUsage {

  private static final long THOUSANDTHS = 1000;

  /** What a node can run out of, and then ends pods. */
  private static final Set<String> EXHAUSTIBLE = Set.of("memory", "ephemeral-storage", PROCESSES);

  private final ClusterView view;
  private final Map<ObjectKey, Amounts> byWorkload = new HashMap<>();

  Loads(ClusterView view) {
    this.view = view;
  }

  /** From now on {@code workload} uses so much in all. */
  void set(ObjectKey workload, Amounts load) {
    byWorkload.put(workload, load);
  }

  @Override
  public boolean isSaid() {
    return byWorkload.values().stream()
        .anyMatch(load -> load.entries().keySet().stream().anyMatch(EXHAUSTIBLE::contains));
  }

  @Override
  public Optional<Long> of(Resource pod, String resource) {
    Amounts load = byWorkload.getOrDefault(workloadOf(pod), Amounts.NONE);
    return load.entries().containsKey(resource)
        ? Optional.of(load.get(resource) / Math.max(1, sharing(pod)))
        : Optional.empty();
  }

  private ObjectKey workloadOf(Resource pod) {
    return ObjectKey.of(Controllers.topmost(pod, view));
  }

  /** How many pods run that share the load of this one. */
  private long sharing(Resource pod) {
    ObjectKey workload = workloadOf(pod);
    return view.list(Kinds.POD, pod.namespace()).stream()
        .filter(other -> new Pod(other).isRunning())
        .filter(other -> workloadOf(other).equals(workload))
        .count();
  }

  @Override
  public Optional<Map<String, Long>> usage(ObjectKey workload, String resource, List<Pod> pods) {
    Amounts load = byWorkload.getOrDefault(workload, Amounts.NONE);
    if (!load.entries().containsKey(resource)) {
      return Optional.empty();
    }
    List<Pod> running = pods.stream().filter(Pod::isRunning).toList();
    long all = resource.equals("cpu") ? load.get(resource) : load.get(resource) * THOUSANDTHS;
    Map<String, Long> usage = new HashMap<>();
    running.forEach(pod -> usage.put(pod.name(), all / running.size()));
    return Optional.of(usage);
  }
}
