package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.simulate.server.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What the recorders of components let through of what these tell: 25 events of an object at once, and
 * then one in five minutes; the rest is lost. The scheduler has another recorder, which loses none.
 * Mirrors the spam filter of client-go.
 */
final class EventRecorders {

  private static final double BURST = 25;
  private static final double PER_SECOND = 1 / 300.0;

  private final Map<String, Allowance> allowances = new HashMap<>();

  /** How many events of an object may still pass. */
  private static final class Allowance {
    private double left = BURST;
    private Instant since;

    private Allowance(Instant since) {
      this.since = since;
    }

    private boolean take(Instant now) {
      double gained = Duration.between(since, now).toMillis() / 1000.0 * PER_SECOND;
      left = Math.min(BURST, left + gained);
      since = now;
      if (left < 1) {
        return false;
      }
      left--;
      return true;
    }
  }

  /** Whether the API server gets to know of {@code event}, the next one in time. */
  boolean pass(Event event) {
    return event.isByScheduler()
        || allowances
            .computeIfAbsent(event.uid(), uid -> new Allowance(event.time()))
            .take(event.time());
  }
}
