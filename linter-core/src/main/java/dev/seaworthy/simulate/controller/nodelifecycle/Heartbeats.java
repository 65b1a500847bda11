package dev.seaworthy.simulate.controller.nodelifecycle;

import java.time.Instant;
import java.util.Optional;

/**
 * What is heard of nodes. Stands for their leases: a healthy node is never written about, so that
 * an idle cluster has no events.
 */
@FunctionalInterface
public interface Heartbeats {

  /** Since when nothing has been heard of a node; empty if it is well. */
  Optional<Instant> silentSince(String node);
}
