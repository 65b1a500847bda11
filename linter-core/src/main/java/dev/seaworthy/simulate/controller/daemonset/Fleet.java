package dev.seaworthy.simulate.controller.daemonset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.controller.daemonset.Assessment.Step;
import dev.seaworthy.simulate.controller.history.ControllerRevision;
import dev.seaworthy.simulate.object.DaemonSet;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All nodes, as one set sees them, sorted by what is to be done there. Kept from commit to commit:
 * those that something happened to are assessed anew at the next look.
 */
final class Fleet {

  private final LongSupplier ranks;
  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();
  private final NavigableMap<Instant, Set<String>> ripening = new TreeMap<>();
  private final Map<String, Integer> podsOfRevision = new HashMap<>();
  private final Tally tally = new Tally();
  private final NavigableSet<Place> needing = new TreeSet<>();
  private final NavigableSet<Place> crowded = new TreeSet<>();
  private final NavigableSet<Place> withEnded = new TreeSet<>();
  private final Map<Step, NavigableSet<Place>> steps = new EnumMap<>(Step.class);
  private @Nullable Terms terms;

  /**
   * @param ranks decide which of equal nodes comes first
   */
  Fleet(LongSupplier ranks) {
    this.ranks = ranks;
    for (Step step : Step.values()) {
      steps.put(step, new TreeSet<>());
    }
  }

  /** A pod of the set is there, or is not what it was. */
  void put(String node, Pod pod) {
    place(node).put(pod);
    podsOfRevision.merge(revision(pod), 1, Integer::sum);
    changed.add(node);
  }

  /** A pod of the set is gone, or was something else before. */
  void remove(String node, Pod pod) {
    place(node).remove(pod);
    podsOfRevision.computeIfPresent(revision(pod), (name, pods) -> pods > 1 ? pods - 1 : null);
    changed.add(node);
  }

  private static String revision(Pod pod) {
    return pod.labels().getOrDefault(ControllerRevision.HASH, "");
  }

  private Place place(String node) {
    return places.computeIfAbsent(node, name -> new Place(name, ranks.getAsLong()));
  }

  /** A node came, went, or has other labels or taints. */
  void nodeChanged(String node) {
    changed.add(node);
  }

  /** Whether any pod is of the revision with this hash. */
  boolean hasPodsOf(String revision) {
    return podsOfRevision.containsKey(revision);
  }

  /** Whether the set has a pod on {@code node} or meant for it. */
  boolean isOn(String node) {
    Place place = places.get(node);
    return place != null && !place.isEmpty();
  }

  /** How many nodes it knows. */
  int size() {
    return places.size();
  }

  /** Assesses anew what may not be as it was. */
  void look(DaemonSet set, Terms present, ClusterView view, Instant now) {
    if (!present.equals(terms)) {
      terms = present;
      changed.addAll(places.keySet());
      view.list(Kinds.NODE).forEach(node -> changed.add(node.name()));
    }
    while (!ripening.isEmpty() && !ripening.firstKey().isAfter(now)) {
      changed.addAll(ripening.pollFirstEntry().getValue());
    }
    Eligibility eligibility = Eligibility.of(set);
    for (String name : changed) {
      Optional<Resource> node = view.get(Kinds.NODE, "", name);
      assess(place(name), node.map(eligibility::fit), present, now);
    }
    changed.clear();
  }

  private void assess(Place place, Optional<Fit> fit, Terms present, Instant now) {
    count(place, -1);
    if (fit.isEmpty() && place.isEmpty()) {
      places.remove(place.node());
      return;
    }
    // Of a node that is gone nothing is known; what is on it is the garbage collection's affair.
    place.assess(present, fit.orElse(Fit.LOST), now);
    place
        .nextAvailable(present, now)
        .ifPresent(
            due -> ripening.computeIfAbsent(due, time -> new LinkedHashSet<>()).add(place.node()));
    count(place, 1);
  }

  private void count(Place place, int sign) {
    Assessment assessment = place.assessment();
    tally.add(assessment, sign);
    enter(place, needing, assessment.needsPod() && sign > 0);
    enter(place, crowded, !assessment.surplus().isEmpty() && sign > 0);
    enter(place, withEnded, !assessment.ended().isEmpty() && sign > 0);
    enter(place, steps(assessment.step()), sign > 0);
  }

  private static void enter(Place place, Set<Place> places, boolean isOf) {
    if (isOf) {
      places.add(place);
    } else {
      places.remove(place);
    }
  }

  private NavigableSet<Place> steps(Step step) {
    return steps.computeIfAbsent(step, key -> new TreeSet<>());
  }

  Tally tally() {
    return tally;
  }

  /** The nodes that miss a pod. */
  NavigableSet<Place> needing() {
    return Collections.unmodifiableNavigableSet(needing);
  }

  /** The nodes that have pods too many. */
  NavigableSet<Place> crowded() {
    return Collections.unmodifiableNavigableSet(crowded);
  }

  /** The nodes that have pods which finished. */
  NavigableSet<Place> withEnded() {
    return Collections.unmodifiableNavigableSet(withEnded);
  }

  /** The nodes at {@code step} of a rolling update. */
  NavigableSet<Place> at(Step step) {
    return Collections.unmodifiableNavigableSet(steps(step));
  }

  /** When the next pod becomes available without anything happening. */
  Optional<Instant> nextAvailable() {
    return ripening.isEmpty() ? Optional.empty() : Optional.of(ripening.firstKey());
  }
}
