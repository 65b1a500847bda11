package dev.seaworthy.simulate.controller;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.object.Pod;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** Counts of the pods of one owner: one {@link Group} for all that have the same labels. */
public final class PodCounts {

  static final PodCounts NONE = new PodCounts();

  private final Map<Map<String, String>, Group> groups = new LinkedHashMap<>();
  private final Map<String, Integer> activePerNode = new HashMap<>();

  PodCounts() {}

  /** Pods with the same labels, so that a selector selects all of them or none. */
  public static final class Group {
    private final Map<String, String> labels;
    private final NavigableMap<Instant, Integer> readySince = new TreeMap<>();
    private int all;
    private int unfinished;
    private int active;
    private int ready;

    private Group(Map<String, String> labels) {
      this.labels = labels;
    }

    private void add(Pod pod, int sign) {
      all += sign;
      unfinished += pod.isFinished() ? 0 : sign;
      if (pod.isActive()) {
        active += sign;
        if (pod.isReady()) {
          ready += sign;
          if (pod.readySince().isPresent()) {
            count(readySince, pod.readySince().get(), sign);
          }
        }
      }
    }

    public Map<String, String> labels() {
      return labels;
    }

    /** Those that are neither finished nor being deleted. */
    public int active() {
      return active;
    }

    /** The active ones that are ready. */
    public int ready() {
      return ready;
    }

    /** Those that are being deleted and have not finished yet. */
    public int terminating() {
      return unfinished - active;
    }

    /** The active ones that became ready at {@code time} or before. */
    public int readyBy(Instant time) {
      // What became ready lately is the smaller part.
      int later = 0;
      for (int count : readySince.tailMap(time, false).values()) {
        later += count;
      }
      return ready - later;
    }

    /** When the first active pod became ready after {@code time}; empty if none did. */
    public Optional<Instant> firstReadyAfter(Instant time) {
      return Optional.ofNullable(readySince.higherKey(time));
    }
  }

  void add(Pod pod, int sign) {
    Group group = groups.computeIfAbsent(pod.labels(), Group::new);
    group.add(pod, sign);
    if (group.all == 0) {
      groups.remove(pod.labels());
    }
    if (pod.isActive() && pod.nodeName().isPresent()) {
      count(activePerNode, pod.nodeName().get(), sign);
    }
  }

  /** Whether two states of a pod of the same labels add the same. */
  static boolean countAlike(Pod before, Pod after) {
    return before.isFinished() == after.isFinished()
        && before.isBeingDeleted() == after.isBeingDeleted()
        && before.isReady() == after.isReady()
        && before.readySince().equals(after.readySince())
        && before.nodeName().equals(after.nodeName());
  }

  private static <K> void count(Map<K, Integer> counts, K key, int sign) {
    int sum = counts.merge(key, sign, Integer::sum);
    if (sum == 0) {
      counts.remove(key);
    }
  }

  boolean isEmpty() {
    return groups.isEmpty();
  }

  /** Usually one: the pods of an owner come from one template. */
  public Collection<Group> groups() {
    return Collections.unmodifiableCollection(groups.values());
  }

  /** Whether {@code selector} selects all that are neither finished nor being deleted. */
  public boolean areSelectedBy(LabelSelector selector) {
    for (Group group : groups.values()) {
      if (group.active() > 0 && !selector.matches(group.labels())) {
        return false;
      }
    }
    return true;
  }

  /** How many active pods are on {@code node}. */
  public int activeOn(String node) {
    return activePerNode.getOrDefault(node, 0);
  }

  /** The pods that are neither finished nor being deleted. */
  public int active() {
    return sum(Group::active);
  }

  /** The pods that have not finished, also those that are being deleted. */
  public int unfinished() {
    return sum(group -> group.unfinished);
  }

  private int sum(ToIntFunction<Group> count) {
    return groups.values().stream().mapToInt(count).sum();
  }
}
