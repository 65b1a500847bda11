package dev.seaworthy.simulate;

import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.store.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** How time passes in a cluster: by so much, until something is so, or until nothing changes. */
final class PassingTime {

  private static final Duration LONGEST_SETTLING = Duration.ofHours(1);

  private final VirtualClock clock;
  private final EventQueue queue;
  private final ObjectStore store;

  PassingTime(VirtualClock clock, EventQueue queue, ObjectStore store) {
    this.clock = clock;
    this.queue = queue;
    this.store = store;
  }

  void advance(Duration time) {
    queue.runUntil(clock.now().plus(time));
  }

  void advanceUntil(BooleanSupplier condition, Duration most) {
    Instant limit = clock.now().plus(most);
    while (!condition.getAsBoolean() && clock.now().isBefore(limit)) {
      Optional<Instant> next = queue.nextAt().filter(at -> !at.isAfter(limit));
      if (next.isPresent()) {
        queue.runNext();
      } else {
        queue.runUntil(limit);
      }
    }
  }

  boolean settle(Duration quiet) {
    Instant began = clock.now();
    Instant limit = began.plus(LONGEST_SETTLING);
    while (!clock.now().isAfter(limit)) {
      Instant last = store.lastChange().isAfter(began) ? store.lastChange() : began;
      Instant rest = last.plus(quiet);
      Optional<Instant> next = queue.nextAt();
      if (next.isEmpty() || next.get().isAfter(rest)) {
        queue.runUntil(rest);
        return true;
      }
      queue.runNext();
    }
    return false;
  }
}
