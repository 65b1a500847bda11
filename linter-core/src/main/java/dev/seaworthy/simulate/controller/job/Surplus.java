package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.object.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which active pods of a Job go when there are too many: those without an index that it has, all but
 * one of each index, then those that have come least far.
 */
final class Surplus {

  private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

  /** Least far first: no node, not running, not ready, ready or restarted or made lately. */
  private static final Comparator<Pod> BY_PROGRESS = Comparator.comparing(
          (Pod pod) -> pod.nodeName().isPresent())
      .thenComparing(pod -> PHASES.indexOf(pod.phase()))
      .thenComparing(Pod::isReady)
      .thenComparing(pod -> pod.readySince().orElse(Instant.MAX), Comparator.reverseOrder())
      .thenComparing(Pod::restarts, Comparator.reverseOrder())
      .thenComparing(Pod::created, Comparator.reverseOrder());

  private Surplus() {}

  /** At least {@code count} of {@code active}, and all that a Job can't have. */
  static List<JobPod> of(Job job, List<JobPod> active, long count) {
    List<JobPod> surplus = new ArrayList<>();
    List<JobPod> left = job.isIndexed() ? sorted(job, active, surplus) : new ArrayList<>(active);
    left.sort(Comparator.comparing(JobPod::pod, BY_PROGRESS));
    long more = Math.max(0, count - surplus.size());
    surplus.addAll(left.subList(0, (int) Math.min(more, left.size())));
    return surplus;
  }

  /** One pod of each index; those that are too many go into {@code surplus}. */
  private static List<JobPod> sorted(Job job, List<JobPod> active, List<JobPod> surplus) {
    Map<Integer, JobPod> left = new TreeMap<>();
    for (JobPod pod : active) {
      JobPod rival = left.get(pod.index());
      if (!pod.hasIndexOf(job)) {
        surplus.add(pod);
      } else if (rival == null) {
        left.put(pod.index(), pod);
      } else {
        boolean isFurther = BY_PROGRESS.compare(pod.pod(), rival.pod()) > 0;
        surplus.add(isFurther ? rival : pod);
        left.put(pod.index(), isFurther ? pod : rival);
      }
    }
    return new ArrayList<>(left.values());
  }
}
