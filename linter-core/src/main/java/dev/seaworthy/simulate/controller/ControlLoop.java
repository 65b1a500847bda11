package dev.seaworthy.simulate.controller;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Calls a reconciler for the objects that may need it: each at most once at a time, however many
 * changes there were; after a failure again with waits that double, as client-go's work queue.
 */
public final class ControlLoop {

  private static final Duration REACTION = Duration.ofMillis(1);
  private static final Duration FIRST_RETRY = Duration.ofMillis(5);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(1000);

  private final Reconciler reconciler;
  private final EventQueue queue;
  private final ObjectStore store;
  private final ApiClient api;
  private final Map<ObjectKey, EventQueue.Planned> soon = new HashMap<>();
  private final Map<ObjectKey, EventQueue.Planned> later = new HashMap<>();
  private final Map<ObjectKey, Instant> busyUntil = new HashMap<>();
  private final Map<ObjectKey, Integer> failures = new HashMap<>();

  public ControlLoop(Reconciler reconciler, EventQueue queue, ObjectStore store, ApiClient api) {
    this.reconciler = reconciler;
    this.queue = queue;
    this.store = store;
    this.api = api;
  }

  /** Starts to listen. */
  public ControlLoop start() {
    for (Watches.Entry entry : reconciler.watches().entries()) {
      store.watch(
          entry.kind(), change -> entry.route().keys(change, store.view()).forEach(this::add));
    }
    return this;
  }

  /** Has {@code key} looked at soon. */
  public void add(ObjectKey key) {
    add(key, queue.clock().in(REACTION));
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
    busyUntil.put(key, queue.now().plus(reconciler.latency(key, store.view())));
    ReconcileResult outcome = reconciler.reconcile(key, store.view(), api);
    if (outcome.failed()) {
      int before = failures.merge(key, 1, Integer::sum) - 1;
      addLater(key, retryAfter(before));
    } else {
      failures.remove(key);
    }
    outcome.again().ifPresent(delay -> addLater(key, delay));
  }

  /** The wait after {@code failures} failures in a row: 5 ms, doubled each time. */
  static Duration retryAfter(int failures) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 30));
    return wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY;
  }
}
