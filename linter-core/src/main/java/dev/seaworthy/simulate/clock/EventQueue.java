package dev.seaworthy.simulate.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What is going to happen, by virtual time. Events of the same instant happen in the order in which
 * they were planned, so a run never depends on anything but its input and seed.
 */
public final class EventQueue {

  private final VirtualClock clock;
  private final PriorityQueue<Planned> planned = new PriorityQueue<>();
  private long order;
  private long happened;

  public EventQueue(VirtualClock clock) {
    this.clock = clock;
  }

  /** A planned event; cancelled ones stay in the queue and do nothing. */
  public static final class Planned implements Comparable<Planned> {
    private final Instant at;
    private final long nanos;
    private final long order;
    private final Runnable event;
    private boolean cancelled;

    private Planned(Instant at, long order, Runnable event) {
      this.at = at;
      this.nanos = Duration.between(VirtualClock.EPOCH, at).toNanos();
      this.order = order;
      this.event = event;
    }

    public Instant at() {
      return at;
    }

    /** Earlier ones first; of the same instant those that were planned first. */
    @Override
    public int compareTo(Planned other) {
      int byTime = Long.compare(nanos, other.nanos);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }

    public void cancel() {
      cancelled = true;
    }
  }

  public VirtualClock clock() {
    return clock;
  }

  public Instant now() {
    return clock.now();
  }

  /** Plans {@code event} for {@code delay} from now. */
  public Planned after(Duration delay, Runnable event) {
    return at(clock.in(delay), event);
  }

  /** Plans {@code event}; what is planned for the past happens at once, after what is due now. */
  public Planned at(Instant time, Runnable event) {
    Instant due = time.isBefore(clock.now()) ? clock.now() : time;
    Planned plan = new Planned(due, order++, event);
    planned.add(plan);
    return plan;
  }

  /** When the next event is due; empty if nothing is planned. */
  public Optional<Instant> nextAt() {
    return Optional.ofNullable(next()).map(Planned::at);
  }

  private @Nullable Planned next() {
    Planned next = planned.peek();
    while (next != null && next.cancelled) {
      planned.remove();
      next = planned.peek();
    }
    return next;
  }

  /** Moves the clock to the next event and lets it happen. Does nothing if there is none. */
  public void runNext() {
    Planned next = next();
    if (next != null) {
      planned.remove();
      clock.moveTo(next.at());
      happened++;
      next.event.run();
    }
  }

  /** Lets everything happen that is due up to and including {@code time}, then it is {@code time}. */
  public void runUntil(Instant time) {
    for (Planned next = next(); next != null && !next.at.isAfter(time); next = next()) {
      runNext();
    }
    clock.moveTo(time);
  }

  /** How many events have happened, for limits on runs that never settle. */
  public long happened() {
    return happened;
  }
}
