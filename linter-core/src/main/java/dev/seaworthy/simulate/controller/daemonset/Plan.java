package dev.seaworthy.simulate.controller.daemonset;

import dev.seaworthy.simulate.controller.daemonset.Assessment.Step;
import dev.seaworthy.simulate.object.DaemonSet;
import dev.seaworthy.simulate.object.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * Which pods are made and which go next. Touches nothing. What is to be on each node comes first; a
 * rolling update goes on only when all of that is done.
 *
 * @param nodes that get a pod
 * @param deletions pods that go
 */
record Plan(List<String> nodes, List<Pod> deletions) {

  /** No more pods than this are made or deleted at once. */
  private static final int BURST = 250;

  boolean isEmpty() {
    return nodes.isEmpty() && deletions.isEmpty();
  }

  /** At most a burst of it, and no more pods than there is {@code room} for. */
  Plan within(int room) {
    return new Plan(
        nodes.subList(0, Math.min(nodes.size(), Math.min(BURST, room))),
        deletions.subList(0, Math.min(deletions.size(), BURST)));
  }

  /** Brings to each node what is to be there. */
  static Plan ofPlacement(Fleet fleet) {
    List<Pod> deletions = new ArrayList<>();
    fleet.crowded().forEach(place -> deletions.addAll(place.assessment().surplus()));
    return new Plan(names(fleet.needing()), deletions);
  }

  /** Goes on with a rolling update, if one is on. */
  static Plan ofRollout(DaemonSet set, Fleet fleet) {
    if (!set.isRolling()) {
      return new Plan(List.of(), List.of());
    }
    int wanted = fleet.tally().desired();
    return set.surges()
        ? surging(fleet, set.maxSurge(wanted))
        : replacing(fleet, set.maxUnavailable(wanted));
  }

  /** Old pods go, as many as may be missed at a time; the useless ones at once. */
  private static Plan replacing(Fleet fleet, long maxUnavailable) {
    List<Pod> deletions = old(fleet.at(Step.USELESS), Long.MAX_VALUE);
    long left = maxUnavailable - fleet.at(Step.BUSY).size() - deletions.size();
    deletions.addAll(old(fleet.at(Step.CANDIDATE), left));
    return new Plan(List.of(), deletions);
  }

  /** New pods come beside old ones; an old one goes when its node or another one can do without. */
  private static Plan surging(Fleet fleet, long maxSurge) {
    List<String> nodes = names(fleet.at(Step.USELESS));
    long left = Math.max(0, maxSurge - fleet.at(Step.BUSY).size());
    fleet.at(Step.CANDIDATE).stream().limit(left).map(Place::node).forEach(nodes::add);
    List<Pod> deletions = old(fleet.at(Step.OVER), Long.MAX_VALUE);
    long dispensable = fleet.tally().serving() - (long) fleet.tally().desired();
    deletions.addAll(old(fleet.at(Step.SUNSET), dispensable));
    return new Plan(nodes, deletions);
  }

  private static List<String> names(Iterable<Place> places) {
    List<String> names = new ArrayList<>();
    places.forEach(place -> names.add(place.node()));
    return names;
  }

  private static List<Pod> old(Iterable<Place> places, long most) {
    List<Pod> old = new ArrayList<>();
    for (Place place : places) {
      if (old.size() >= most) {
        break;
      }
      place.assessment().old().ifPresent(old::add);
    }
    return old;
  }
}
