package dev.seaworthy.simulate.controller;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.util.Optional;

/**
 * Brings one object's world nearer to what the object asks for. Level-triggered: it looks at how
 * things are, never at what just changed, so it can be called at any time and any number of times.
 *
 * <p>The build lists every class that implements it, and a cluster starts them all. In what order
 * must not matter: each one learns of a change by itself.
 */
public interface Reconciler {

  /**
   * What looking through {@code pods} pods adds to the time that an object is worked at: who owns
   * many is looked at less often.
   */
  static Duration walkThrough(long pods) {
    return Duration.ofMillis(pods / 100);
  }

  /** A short name, for traces. */
  String name();

  /** Which changes can give it something to do. */
  Watches watches();

  /**
   * How long the object of {@code key} is worked at, if anything is written, before it can be looked at
   * again; what changes meanwhile is seen together then.
   */
  default Duration latency(ObjectKey key, ClusterView view) {
    return Duration.ofMillis(1);
  }

  /** What is to be told of every commit as it is made, if the reconciler keeps count of something. */
  default Optional<Watch> counter() {
    return Optional.empty();
  }

  /**
   * What is to be told of changes of the kinds that it watches as it hears of them, if it keeps count
   * of what it has heard: a moment after each commit.
   */
  default Optional<Watch> informer() {
    return Optional.empty();
  }

  /** How long it waits before it tries again what was refused. */
  default Retries retries() {
    return Retries.USUAL;
  }

  /** The same as somebody runs it who has set its timings so; most have none. */
  default Reconciler tuned(ControlPlaneTimings timings) {
    return this;
  }

  /** Looks at the object of {@code key}, which may be gone, and acts through {@code api}. */
  ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api);
}
