package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pod without a node, with where it waits and how often it was tried. */
final class QueuedPod {

  /** Where a pod waits. */
  enum Place {
    /** It is being tried, or its entry does not count any more. */
    NOWHERE,
    ACTIVE,
    BACKOFF,
    UNSCHEDULABLE
  }

  private final ObjectKey key;
  private final long priority;
  private long order;
  private int attempts;
  private Instant backoffExpiration = Instant.MIN;
  private boolean inError;
  private Place place = Place.NOWHERE;

  /**
   * @param former the same pod before it changed; its attempts count on
   */
  QueuedPod(ObjectKey key, long priority, long order, @Nullable QueuedPod former) {
    this.key = key;
    this.priority = priority;
    this.order = order;
    if (former != null) {
      attempts = former.attempts;
      backoffExpiration = former.backoffExpiration;
      inError = former.inError;
    }
  }

  ObjectKey key() {
    return key;
  }

  long priority() {
    return priority;
  }

  /** When it came or was last tried, among all. */
  long order() {
    return order;
  }

  /** How often it was tried in vain. */
  int attempts() {
    return attempts;
  }

  /** Before this time it is not tried again. */
  Instant backoffExpiration() {
    return backoffExpiration;
  }

  void failed(Instant now, Duration backoff, long newOrder) {
    attempts++;
    inError = false;
    backoffExpiration = now.plus(backoff);
    order = newOrder;
  }

  /** No plug-in had a say in the last failure, so that no event tells when to try again. */
  boolean isInError() {
    return inError;
  }

  void backsOffInError(Instant until) {
    inError = true;
    backoffExpiration = until;
  }

  Place place() {
    return place;
  }

  void place(Place now) {
    place = now;
  }
}
