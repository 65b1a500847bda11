package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One pod in a calculation.
 *
 * @param usage in thousandths; 0 where it is not measured
 * @param request in thousandths
 */
record PodSample(Standing standing, long usage, long request) {

  private static final Duration CPU_INITIALIZATION = Duration.ofMinutes(5);
  private static final Duration INITIAL_READINESS_DELAY = Duration.ofSeconds(30);

  /** The time that one measurement is about. */
  private static final Duration WINDOW = Duration.ofSeconds(15);

  /** How a pod counts. */
  enum Standing {
    /** It counts with what it uses. */
    READY,
    /** It uses something, but only because it starts. */
    UNREADY,
    /** Nobody has measured it. */
    MISSING,
    /** It is on its way out. */
    IGNORED
  }

  static PodSample of(Pod pod, Optional<Long> usage, long request, boolean isCpu, Instant now) {
    return new PodSample(standing(pod, usage, isCpu, now), usage.orElse(0L), request);
  }

  private static Standing standing(Pod pod, Optional<Long> usage, boolean isCpu, Instant now) {
    if (pod.isBeingDeleted() || pod.phase().equals("Failed")) {
      return Standing.IGNORED;
    }
    if (pod.phase().equals("Pending")) {
      return Standing.UNREADY;
    }
    if (usage.isEmpty()) {
      return Standing.MISSING;
    }
    return isCpu && isStarting(pod, now) ? Standing.UNREADY : Standing.READY;
  }

  /** Starting up takes processors that serving does not. */
  private static boolean isStarting(Pod pod, Instant now) {
    Node ready = Conditions.of(pod.resource()).get("Ready");
    Node started = pod.resource().at("status", "startTime");
    if (ready.isAbsent() || started.isAbsent()) {
      return true;
    }
    Instant start = VirtualClock.instant(started.text());
    Instant since = VirtualClock.instant(ready.get("lastTransitionTime").text());
    boolean isUnready = ready.get("status").text().equals("False");
    return start.plus(CPU_INITIALIZATION).isAfter(now)
        ? isUnready || now.isBefore(since.plus(WINDOW))
        : isUnready && start.plus(INITIAL_READINESS_DELAY).isAfter(since);
  }
}
