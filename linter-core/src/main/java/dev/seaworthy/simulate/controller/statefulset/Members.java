package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.simulate.controller.history.ControllerRevision;
import dev.seaworthy.simulate.object.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pods of one StatefulSet by ordinal, with what is asked about all of them: which are not well,
 * which are of which revision, which ordinals have none.
 */
final class Members {

  private final NavigableMap<Integer, Pod> pods = new TreeMap<>();
  private final Runs present = new Runs();
  private final NavigableSet<Integer> unready = new TreeSet<>();
  private final NavigableSet<Integer> finished = new TreeSet<>();
  private final ReadyTimes ready = new ReadyTimes();
  private final ReadyTimes readyAndStaying = new ReadyTimes();
  private final Map<String, NavigableSet<Integer>> staying = new HashMap<>();
  private final Map<String, NavigableSet<Integer>> leaving = new HashMap<>();
  private final NavigableSet<Integer> relabelled = new TreeSet<>();

  /** The pod of {@code ordinal} is there, or is not what it was. */
  void put(int ordinal, Pod pod) {
    Pod former = remove(ordinal);
    pods.put(ordinal, pod);
    present.add(ordinal);
    enter(ordinal, pod);
    if (former == null || former.labels() != pod.labels()) {
      relabelled.add(ordinal);
    }
  }

  private void enter(int ordinal, Pod pod) {
    if (isReady(pod)) {
      ready.add(since(pod), ordinal);
    }
    if (isReady(pod) && !pod.isBeingDeleted()) {
      readyAndStaying.add(since(pod), ordinal);
    } else {
      unready.add(ordinal);
    }
    if (pod.isFinished()) {
      finished.add(ordinal);
    }
    byRevision(pod).computeIfAbsent(revision(pod), name -> new TreeSet<>()).add(ordinal);
  }

  /** The pod of {@code ordinal} is gone, or is another set's. */
  @Nullable
  Pod remove(int ordinal) {
    Pod pod = pods.remove(ordinal);
    if (pod != null) {
      present.remove(ordinal);
      unready.remove(ordinal);
      finished.remove(ordinal);
      ready.remove(since(pod), ordinal);
      readyAndStaying.remove(since(pod), ordinal);
      leave(byRevision(pod), revision(pod), ordinal);
    }
    return pod;
  }

  private static void leave(
      Map<String, NavigableSet<Integer>> revisions, String revision, int ordinal) {
    NavigableSet<Integer> ordinals = revisions.get(revision);
    if (ordinals != null && ordinals.remove(ordinal) && ordinals.isEmpty()) {
      revisions.remove(revision);
    }
  }

  private Map<String, NavigableSet<Integer>> byRevision(Pod pod) {
    return pod.isBeingDeleted() ? leaving : staying;
  }

  static String revision(Pod pod) {
    return pod.labels().getOrDefault(ControllerRevision.HASH, "");
  }

  private static boolean isReady(Pod pod) {
    return pod.phase().equals("Running") && pod.isReady();
  }

  private static Instant since(Pod pod) {
    return pod.readySince().orElse(Instant.EPOCH);
  }

  boolean isEmpty() {
    return pods.isEmpty();
  }

  int size() {
    return pods.size();
  }

  @Nullable
  Pod get(int ordinal) {
    return pods.get(ordinal);
  }

  /** In the order of ordinals. */
  Iterable<Pod> all() {
    return Collections.unmodifiableCollection(pods.values());
  }

  /** The pods that are new or have other labels since this was last asked. */
  List<Pod> takeRelabelled() {
    List<Pod> taken = new ArrayList<>();
    for (int ordinal : relabelled) {
      Pod pod = pods.get(ordinal);
      if (pod != null) {
        taken.add(pod);
      }
    }
    relabelled.clear();
    return taken;
  }

  /** The first ordinal from {@code from} on that has no pod. */
  int firstMissing(int from) {
    return present.firstAbsent(from);
  }

  /** How many ordinals of {@code range} have no pod. */
  int missing(OrdinalRange range) {
    return range.size() - present.count(range.first(), range.end());
  }

  /** The pods that are more than {@code range} has, the one to go first at first. */
  Iterable<Pod> outside(OrdinalRange range) {
    List<Pod> outside =
        new ArrayList<>(pods.tailMap(range.end(), true).descendingMap().values());
    outside.addAll(pods.headMap(range.first(), false).descendingMap().values());
    return outside;
  }

  /** The first of {@link #outside}. */
  Optional<Pod> firstOutside(OrdinalRange range) {
    Map.Entry<Integer, Pod> highest = pods.lastEntry();
    Map.Entry<Integer, Pod> below = pods.lowerEntry(range.first());
    boolean isAbove = highest != null && highest.getKey() >= range.end();
    return Optional.ofNullable(isAbove ? highest : below).map(Map.Entry::getValue);
  }

  /**
   * The ordinals whose pods are not available: not ready, not since {@code latest} at least, or about
   * to go.
   */
  NavigableSet<Integer> unavailable(Instant latest) {
    List<Integer> ripening = readyAndStaying.after(latest);
    if (ripening.isEmpty()) {
      return Collections.unmodifiableNavigableSet(unready);
    }
    NavigableSet<Integer> both = new TreeSet<>(unready);
    both.addAll(ripening);
    return both;
  }

  /** The ordinals whose pods ended, also of those that are about to go. */
  NavigableSet<Integer> finished() {
    return Collections.unmodifiableNavigableSet(finished);
  }

  /** The ordinals whose pods are to stay and are of another revision. */
  NavigableSet<Integer> outdated(String revision) {
    int others = staying.size() - (staying.containsKey(revision) ? 1 : 0);
    NavigableSet<Integer> outdated = new TreeSet<>();
    for (Map.Entry<String, NavigableSet<Integer>> entry : staying.entrySet()) {
      if (!entry.getKey().equals(revision)) {
        if (others == 1) {
          return Collections.unmodifiableNavigableSet(entry.getValue());
        }
        outdated.addAll(entry.getValue());
      }
    }
    return outdated;
  }

  /** How many pods are ready, also of those that are about to go. */
  int ready() {
    return ready.size();
  }

  /** How many of those are since {@code latest} at least. */
  int available(Instant latest) {
    return ready.size() - ready.countAfter(latest);
  }

  /** When the first pod became ready after {@code latest}: it is the next to be available. */
  Optional<Instant> nextReadyAfter(Instant latest) {
    return ready.nextAfter(latest);
  }

  /** How many pods that are to stay are of {@code revision}. */
  int of(String revision) {
    Set<Integer> ordinals = staying.get(revision);
    return ordinals == null ? 0 : ordinals.size();
  }

  /** Whether any pod is of {@code revision}. */
  boolean any(String revision) {
    return staying.containsKey(revision) || leaving.containsKey(revision);
  }
}
