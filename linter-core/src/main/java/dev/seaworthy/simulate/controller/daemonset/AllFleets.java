package dev.seaworthy.simulate.controller.daemonset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** The fleets of all sets, kept up to date from commit to commit. */
final class AllFleets implements Watch {

  private final Map<String, Fleet> byOwner = new HashMap<>();
  private final SplittableRandom random;
  private final boolean byChance;
  private long ranks;

  /** Without chance nodes are dealt with in the order in which they were met. */
  AllFleets(Seed seed) {
    this.random = seed.stream("daemon sets");
    this.byChance = !seed.isNone();
  }

  /** The fleet of the set of {@code uid}. */
  Fleet of(String uid) {
    return byOwner.computeIfAbsent(uid, key -> new Fleet(this::nextRank));
  }

  private long nextRank() {
    return byChance ? random.nextLong() : ranks++;
  }

  @Override
  public void onChange(Change change) {
    if (change.key().kind().equals(Kinds.POD)) {
      change
          .before()
          .ifPresent(pod -> each(pod, (fleet, place) -> fleet.remove(place, new Pod(pod))));
      change.after().ifPresent(pod -> each(pod, (fleet, place) -> fleet.put(place, new Pod(pod))));
    } else if (change.key().kind().equals(Kinds.NODE) && isOfInterest(change)) {
      byOwner.values().forEach(fleet -> fleet.nodeChanged(change.key().name()));
    } else if (change.key().kind().equals(Kinds.DAEMON_SET) && change.isRemoval()) {
      byOwner.remove(Meta.uid(change.latest()));
    }
  }

  private void each(Resource pod, BiConsumer<Fleet, String> act) {
    Optional<Node> owner = pod.controller();
    if (owner.isPresent() && owner.get().get("kind").text().equals("DaemonSet")) {
      Fleet fleet = of(owner.get().get("uid").text());
      DaemonPod.target(new Pod(pod)).ifPresent(node -> act.accept(fleet, node));
    }
  }

  /** Whether a node came, went, or has other labels or taints. */
  static boolean isOfInterest(Change change) {
    if (change.before().isEmpty() || change.after().isEmpty()) {
      return true;
    }
    Resource before = change.before().get();
    Resource after = change.after().get();
    return !before.labels().equals(after.labels())
        || !before.at("spec", "taints").sameAs(after.at("spec", "taints"));
  }
}
