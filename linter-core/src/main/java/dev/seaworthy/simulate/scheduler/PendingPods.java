package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.store.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pods that fitted nowhere, and what they wait for. */
final class PendingPods {

  private static final Duration FIRST_BACK_OFF = Duration.ofSeconds(1);
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(10);

  private record Waiting(Set<Trigger> triggers, Instant notBefore) {}

  private final Map<ObjectKey, Waiting> waiting = new LinkedHashMap<>();
  private final Map<ObjectKey, Integer> attempts = new LinkedHashMap<>();

  void failed(ObjectKey pod, List<Filter> objectors, Instant now) {
    Set<Trigger> triggers = EnumSet.of(Trigger.NODE_ADDED);
    objectors.forEach(filter -> triggers.addAll(filter.retriedOn()));
    int before = attempts.merge(pod, 1, Integer::sum) - 1;
    waiting.put(pod, new Waiting(triggers, now.plus(backOff(before))));
  }

  private static Duration backOff(int attempts) {
    Duration wait = FIRST_BACK_OFF.multipliedBy(1L << Math.min(attempts, 10));
    return wait.compareTo(LONGEST_BACK_OFF) < 0 ? wait : LONGEST_BACK_OFF;
  }

  /** The pods that {@code trigger} may help, with the time before which they are not tried again. */
  Map<ObjectKey, Instant> releasedBy(Trigger trigger) {
    Map<ObjectKey, Instant> released = new LinkedHashMap<>();
    waiting.forEach((pod, wait) -> {
      if (wait.triggers().contains(trigger)) {
        released.put(pod, wait.notBefore());
      }
    });
    released.keySet().forEach(waiting::remove);
    return released;
  }

  /** Takes the pod out, because it changed itself or is gone. */
  void forget(ObjectKey pod) {
    waiting.remove(pod);
    attempts.remove(pod);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }
}
