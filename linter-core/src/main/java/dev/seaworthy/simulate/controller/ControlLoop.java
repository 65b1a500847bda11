package dev.seaworthy.simulate.controller;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.server.Actor;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ObjectStore;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Calls a reconciler for the objects that may need it: each at most once at a time, however many
 * changes there were; after a failure again with waits that double, as client-go's work queue.
 */
public final class ControlLoop {

  private static final Duration REACTION = Duration.ofMillis(1);

  private final Reconciler reconciler;
  private final EventQueue queue;
  private final ObjectStore store;
  private final ApiClient api;
  private final Map<ObjectKey, EventQueue.Planned> soon = new HashMap<>();
  private final Map<ObjectKey, EventQueue.Planned> later = new HashMap<>();
  private final Map<ObjectKey, Instant> busyUntil = new HashMap<>();
  private final Map<ObjectKey, Integer> failures = new HashMap<>();
  private Supplier<Duration> lag = () -> Duration.ZERO;

  public ControlLoop(Reconciler reconciler, EventQueue queue, ObjectStore store, ApiClient api) {
    this.reconciler = reconciler;
    this.queue = queue;
    this.store = store;
    this.api = api;
  }

  /** Takes later by {@code more} to look at an object: its workers are busy with others. */
  public ControlLoop lagBy(Supplier<Duration> more) {
    lag = more;
    return this;
  }

  /** Starts to listen. */
  public ControlLoop start() {
    reconciler.informer().ifPresent(this::inform);
    for (Watches.Entry entry : reconciler.watches().entries()) {
      Consumer<ObjectKey> look = entry
          .delay()
          .<Consumer<ObjectKey>>map(delay -> key -> addLater(key, delay))
          .orElse(this::add);
      Watch watch = change -> entry.route().keys(change, store.view()).forEach(look);
      entry.kind().ifPresentOrElse(kind -> store.watch(kind, watch), () -> store.watchAll(watch));
    }
    return this;
  }

  private void inform(Watch informer) {
    reconciler.watches().entries().stream()
        .flatMap(entry -> entry.kind().stream())
        .distinct()
        .forEach(kind -> store.watch(kind, informer));
  }

  /** Has {@code key} looked at soon. */
  public void add(ObjectKey key) {
    add(key, queue.clock().in(REACTION.plus(lag.get())));
  }

  /** What happens while an object is worked at is seen together, when it is looked at again. */
  private void add(ObjectKey key, Instant earliest) {
    if (!soon.containsKey(key)) {
      Instant free = busyUntil.getOrDefault(key, earliest);
      soon.put(key, queue.at(free.isAfter(earliest) ? free : earliest, () -> process(key)));
    }
  }

  private void addLater(ObjectKey key, Duration delay) {
    Instant due = queue.clock().in(delay);
    EventQueue.Planned planned = later.get(key);
    if (planned != null && !planned.at().isAfter(due)) {
      return;
    }
    if (planned != null) {
      planned.cancel();
    }
    later.put(key, queue.at(due, () -> {
      later.remove(key);
      add(key, due);
    }));
  }

  private void process(ObjectKey key) {
    soon.remove(key);
    Duration work = reconciler.latency(key, store.view());
    long before = store.version();
    ReconcileResult outcome = api.actingAs(
        new Actor(reconciler.name(), key), () -> reconciler.reconcile(key, store.view(), api));
    // What takes the time are the writes.
    boolean hasWritten = store.version() != before;
    busyUntil.put(key, queue.now().plus(hasWritten ? work : REACTION));
    if (outcome.failed()) {
      int tries = failures.merge(key, 1, Integer::sum) - 1;
      addLater(key, reconciler.retries().after(tries));
    } else {
      failures.remove(key);
    }
    outcome.again().ifPresent(delay -> addLater(key, delay));
  }
}
