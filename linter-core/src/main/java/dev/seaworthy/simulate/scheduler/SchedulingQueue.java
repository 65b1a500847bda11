package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.QueueSortPlugin;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pods that have no node: those to be tried now (active), those that may be tried again after a
 * while (backing off), and those that wait for something to happen ({@link UnschedulablePods}). A
 * scheduler that has nothing else to do tries one that backs off early, unless an error made it.
 */
final class SchedulingQueue {

  private static final Duration INITIAL_BACKOFF = Duration.ofSeconds(1);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(10);

  private final PriorityQueue<QueuedPod> active;
  private final PriorityQueue<QueuedPod> backoff = byExpiration();
  private final PriorityQueue<QueuedPod> errorBackoff = byExpiration();
  private final UnschedulablePods unschedulable = new UnschedulablePods();
  private final Map<ObjectKey, QueuedPod> pods = new HashMap<>();
  private long order;

  SchedulingQueue(QueueSortPlugin sort) {
    active = new PriorityQueue<>(
        ((Comparator<QueuedPod>) (one, other) -> sort.compare(one.priority(), other.priority()))
            .thenComparingLong(QueuedPod::order));
  }

  private static PriorityQueue<QueuedPod> byExpiration() {
    return new PriorityQueue<>(
        Comparator.comparing(QueuedPod::backoffExpiration).thenComparingLong(QueuedPod::order));
  }

  /** A pod appeared or changed: it is tried at once, or when its time of waiting is over. */
  void add(ObjectKey key, long priority, Instant now) {
    QueuedPod known = pods.get(key);
    if (known != null && known.place() == QueuedPod.Place.ACTIVE && known.priority() == priority) {
      return;
    }
    forget(key);
    QueuedPod pod = new QueuedPod(key, priority, order++, known);
    pods.put(key, pod);
    requeue(pod, now);
  }

  private void requeue(QueuedPod pod, Instant now) {
    if (pod.backoffExpiration().isAfter(now)) {
      pod.place(QueuedPod.Place.BACKOFF);
      (pod.isInError() ? errorBackoff : backoff).add(pod);
    } else {
      pod.place(QueuedPod.Place.ACTIVE);
      active.add(pod);
    }
  }

  /** The pod got a node, or is gone, or must not be tried. */
  void forget(ObjectKey key) {
    QueuedPod pod = pods.remove(key);
    if (pod != null) {
      unschedulable.remove(pod);
      pod.place(QueuedPod.Place.NOWHERE);
    }
  }

  /** The pod to be tried now; empty if there is none. */
  Optional<ObjectKey> pop() {
    QueuedPod pod = head(active, QueuedPod.Place.ACTIVE);
    if (pod != null) {
      active.remove();
    } else {
      pod = head(backoff, QueuedPod.Place.BACKOFF);
      if (pod == null) {
        return Optional.empty();
      }
      backoff.remove();
    }
    pod.place(QueuedPod.Place.NOWHERE);
    return Optional.of(pod.key());
  }

  /** Whether there is a pod to be tried. */
  boolean isActive() {
    return head(active, QueuedPod.Place.ACTIVE) != null
        || head(backoff, QueuedPod.Place.BACKOFF) != null;
  }

  /** The first of {@code queue} that is still there. */
  private static @Nullable QueuedPod head(PriorityQueue<QueuedPod> queue, QueuedPod.Place place) {
    while (!queue.isEmpty() && queue.element().place() != place) {
      queue.remove();
    }
    return queue.peek();
  }

  /** Makes those active whose time of waiting is over. */
  void flushBackoffCompleted(Instant now) {
    flush(backoff, now);
    flush(errorBackoff, now);
  }

  private void flush(PriorityQueue<QueuedPod> queue, Instant now) {
    QueuedPod pod = head(queue, QueuedPod.Place.BACKOFF);
    while (pod != null && !pod.backoffExpiration().isAfter(now)) {
      queue.remove();
      requeue(pod, now);
      pod = head(queue, QueuedPod.Place.BACKOFF);
    }
  }

  /** When the first of those that back off may be tried again. */
  Optional<Instant> nextBackoffExpiration() {
    return Stream.of(backoff, errorBackoff)
        .flatMap(queue -> Stream.ofNullable(head(queue, QueuedPod.Place.BACKOFF)))
        .map(QueuedPod::backoffExpiration)
        .min(Comparator.naturalOrder());
  }

  /**
   * The pod was tried and fits nowhere because of {@code plugins}; if none of them had a say, it is
   * tried again after a while whatever happens.
   */
  void addUnschedulable(
      ObjectKey key, PodSignature signature, Set<FilterPlugin> plugins, Instant now) {
    QueuedPod pod = pods.get(key);
    if (pod != null && pod.place() == QueuedPod.Place.NOWHERE) {
      pod.failed(now, backoffDuration(pod.attempts() + 1), order++);
      if (plugins.isEmpty()) {
        pod.backsOffInError(nextFlush(pod.backoffExpiration()));
        requeue(pod, now);
      } else {
        pod.place(QueuedPod.Place.UNSCHEDULABLE);
        unschedulable.add(pod, signature, plugins);
      }
    }
  }

  /** A scheduler looks once a second whose time of waiting is over. */
  private static Instant nextFlush(Instant time) {
    return time.plusMillis(999).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Doubles with each attempt that failed. */
  private static Duration backoffDuration(int attempts) {
    Duration duration = INITIAL_BACKOFF.multipliedBy(1L << Math.min(attempts - 1, 10));
    return duration.compareTo(MAX_BACKOFF) < 0 ? duration : MAX_BACKOFF;
  }

  /**
   * Something happened: what it may help is tried again.
   *
   * @param helps whether it may help pods of a signature that a plug-in refused
   */
  void move(ClusterEvent event, BiPredicate<FilterPlugin, PodSignature> helps, Instant now) {
    unschedulable.release(event, helps).forEach(pod -> requeue(pod, now));
  }

  /** Whether any pod waits for {@code event}. */
  boolean isWaitingFor(ClusterEvent event) {
    return unschedulable.isWaitingFor(event);
  }
}
