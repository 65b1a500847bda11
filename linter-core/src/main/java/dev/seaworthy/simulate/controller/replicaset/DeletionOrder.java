package dev.seaworthy.simulate.controller.replicaset;

import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which pods go first when there are too many: those without a node, not running, not ready, cheap
 * by their own word, crowded on a node, ready for a short time; among equals the UID decides, which
 * is chance.
 */
final class DeletionOrder {

  private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

  private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

  private final Instant now;
  private final Map<String, Long> crowds;

  /**
   * @param related all active pods of the same application, among which pods of one node crowd
   */
  DeletionOrder(List<Pod> related, Instant now) {
    this.now = now;
    this.crowds = related.stream()
        .filter(Pod::isActive)
        .flatMap(pod -> pod.nodeName().stream())
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  /** The first {@code count} of {@code pods} to go. */
  List<Pod> first(int count, List<Pod> pods) {
    return pods.stream().sorted(order()).limit(count).toList();
  }

  private Comparator<Pod> order() {
    return Comparator.comparing((Pod pod) -> pod.nodeName().isPresent())
        .thenComparing(pod -> PHASES.indexOf(pod.phase()))
        .thenComparing(Pod::isReady)
        .thenComparing(DeletionOrder::cost)
        .thenComparing(this::crowd, Comparator.reverseOrder())
        .thenComparing(this::byReadyTime)
        .thenComparing(Pod::restarts, Comparator.reverseOrder())
        .thenComparing(this::byAge)
        .thenComparing(Pod::uid);
  }

  static long cost(Pod pod) {
    String text = pod.resource().annotations().getOrDefault(COST, "0");
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notACost) {
      return 0;
    }
  }

  private long crowd(Pod pod) {
    return pod.nodeName().map(node -> crowds.getOrDefault(node, 0L)).orElse(0L);
  }

  private int byReadyTime(Pod left, Pod right) {
    return left.readySince().isPresent() && right.readySince().isPresent()
        ? byTime(left, left.readySince().get(), right, right.readySince().get())
        : 0;
  }

  private int byAge(Pod left, Pod right) {
    return byTime(left, left.created(), right, right.created());
  }

  /** The younger first, but ages of the same power of two count as equal. */
  private int byTime(Pod left, Instant leftTime, Pod right, Instant rightTime) {
    if (leftTime.equals(rightTime)) {
      return 0;
    }
    int difference = Integer.compare(magnitude(leftTime), magnitude(rightTime));
    return difference != 0 ? difference : left.uid().compareTo(right.uid());
  }

  private int magnitude(Instant time) {
    long nanos = Duration.between(time, now).toNanos();
    return nanos <= 0 ? -1 : 63 - Long.numberOfLeadingZeros(nanos);
  }
}
