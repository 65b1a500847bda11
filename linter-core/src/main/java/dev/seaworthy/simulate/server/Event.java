package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ObjectKey;
import java.time.Instant;
import java.util.Set;

/**
 * Something that a component tells about an object, as {@code kubectl get events} shows it.
 *
 * @param type {@code Normal} or {@code Warning}
 * @param reason a word such as {@code SuccessfulCreate}
 */
public record Event(
    Instant time, ObjectKey regarding, String uid, String type, String reason, String message) {

  private static final Set<String> BY_SCHEDULER =
      Set.of("Scheduled", "FailedScheduling", "Preempted");

  /** Whether the scheduler tells it. */
  public boolean isByScheduler() {
    return BY_SCHEDULER.contains(reason);
  }
}
