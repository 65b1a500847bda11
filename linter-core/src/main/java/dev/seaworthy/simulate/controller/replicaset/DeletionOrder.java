package dev.seaworthy.simulate.controller.replicaset;

import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;

/**
 * Which pods go first when there are too many: those without a node, not running, not ready, cheap
 * by their own word, crowded on a node, ready for a short time; among equals the UID decides, which
 * is chance.
 */
final class DeletionOrder {

  private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

  private static final List<String> PHASES = List.of("Pending", "Unknown", "Running");

  private final Instant now;
  private final ToIntFunction<String> crowds;

  /**
   * @param crowds how many active pods of the same application are on a node
   */
  DeletionOrder(ToIntFunction<String> crowds, Instant now) {
    this.crowds = crowds;
    this.now = now;
  }

  /** The first {@code count} of {@code pods} to go. Costs one pass, if they are few. */
  List<Pod> first(int count, List<Pod> pods) {
    Comparator<Pod> order = order();
    if (pods.size() <= count) {
      return pods.stream().sorted(order).toList();
    }
    PriorityQueue<Pod> chosen = new PriorityQueue<>(count, order.reversed());
    for (Pod pod : pods) {
      if (chosen.size() < count) {
        chosen.add(pod);
      } else if (order.compare(pod, chosen.element()) < 0) {
        chosen.remove();
        chosen.add(pod);
      }
    }
    return chosen.stream().sorted(order).toList();
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

  private int crowd(Pod pod) {
    return pod.nodeName().map(crowds::applyAsInt).orElse(0);
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
