package dev.seaworthy.simulate.controller;

import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.ObjectKey;

/**
 * Brings one object's world nearer to what the object asks for. Level-triggered: it looks at how
 * things are, never at what just changed, so it can be called at any time and any number of times.
 */
public interface Reconciler {

  /** A short name, for traces. */
  String name();

  /** Which changes can give it something to do. */
  Watches watches();

  /** Looks at the object of {@code key}, which may be gone, and acts through {@code api}. */
  Outcome reconcile(ObjectKey key, ClusterView view, ApiClient api);
}
