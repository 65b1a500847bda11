package dev.seaworthy.simulate.controller;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the pods of each controller add up to, kept up to date from commit to commit: a controller
 * need not look at all its pods to know how many are ready. To be told of every commit as it is
 * made, before whoever asks.
 */
public final class OwnedPods implements Watch {

  /** How many pods are played that no node has room for. */
  private static final int WAITING = 1_000;

  private final Map<String, PodCounts> byOwner = new HashMap<>();
  private final int limit;
  private long capacity;
  private int total;

  /** Of a cluster in which controllers make no more pods once there are {@code limit}. */
  public OwnedPods(int limit) {
    this.limit = limit;
  }

  /** A node came that holds so many pods. */
  public void addCapacity(int pods) {
    capacity += Math.max(0, pods);
  }

  /**
   * How many pods controllers may still make. Beyond what all nodes hold some more are played, to see
   * them wait; others would only wait as these do.
   */
  public int room() {
    return (int) Math.max(0, Math.min(limit, capacity + WAITING) - total);
  }

  /** The counts of the pods whose controller has {@code uid}, as they are at this moment. */
  public PodCounts of(String uid) {
    return byOwner.getOrDefault(uid, PodCounts.NONE);
  }

  @Override
  public void onChange(Change change) {
    if (change.key().kind().equals(Kinds.POD) && !countsAsBefore(change)) {
      total += (change.after().isPresent() ? 1 : 0) - (change.before().isPresent() ? 1 : 0);
      if (change.before().isPresent()) {
        add(change.before().get(), -1);
      }
      if (change.after().isPresent()) {
        add(change.after().get(), 1);
      }
    }
  }

  private static boolean countsAsBefore(Change change) {
    if (change.before().isEmpty() || change.after().isEmpty()) {
      return false;
    }
    Resource before = change.before().get();
    Resource after = change.after().get();
    return before.labels() == after.labels()
        && before.at("metadata", "ownerReferences") == after.at("metadata", "ownerReferences")
        && PodCounts.countAlike(new Pod(before), new Pod(after));
  }

  private void add(Resource resource, int sign) {
    Optional<String> owner = Meta.controllerUid(resource);
    if (owner.isPresent()) {
      String uid = owner.get();
      PodCounts counts = byOwner.computeIfAbsent(uid, key -> new PodCounts());
      counts.add(new Pod(resource), sign);
      if (counts.isEmpty()) {
        byOwner.remove(uid);
      }
    }
  }
}
