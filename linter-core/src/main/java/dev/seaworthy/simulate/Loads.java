package dev.seaworthy.simulate;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.controller.podautoscaler.PodMetrics;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What workloads have to bear, as a story tells it. The pods of a workload that run share its load
 * evenly, so that more of them have less to do each.
 */
final class Loads implements PodMetrics {

  private static final long THOUSANDTHS = 1000;

  private final Map<ObjectKey, Amounts> byWorkload = new HashMap<>();

  /** From now on {@code workload} uses so much in all. */
  void set(ObjectKey workload, Amounts load) {
    byWorkload.put(workload, load);
  }

  @Override
  public Optional<Map<String, Long>> usage(ObjectKey workload, String resource, List<Pod> pods) {
    Amounts load = byWorkload.getOrDefault(workload, Amounts.NONE);
    if (!load.entries().containsKey(resource)) {
      return Optional.empty();
    }
    List<Pod> running = pods.stream()
        .filter(pod -> pod.phase().equals("Running") && !pod.isBeingDeleted())
        .toList();
    long all = resource.equals("cpu") ? load.get(resource) : load.get(resource) * THOUSANDTHS;
    Map<String, Long> usage = new HashMap<>();
    running.forEach(pod -> usage.put(pod.name(), all / running.size()));
    return Optional.of(usage);
  }
}
