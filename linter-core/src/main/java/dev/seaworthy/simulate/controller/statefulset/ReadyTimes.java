package dev.seaworthy.simulate.controller.statefulset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Since when pods are ready, by ordinal: those that became ready lately are found first. */
final class ReadyTimes {

  private final NavigableMap<Instant, NavigableSet<Integer>> ordinals = new TreeMap<>();
  private int size;

  void add(Instant since, int ordinal) {
    if (ordinals.computeIfAbsent(since, time -> new TreeSet<>()).add(ordinal)) {
      size++;
    }
  }

  void remove(Instant since, int ordinal) {
    NavigableSet<Integer> some = ordinals.get(since);
    if (some != null && some.remove(ordinal)) {
      size--;
      if (some.isEmpty()) {
        ordinals.remove(since);
      }
    }
  }

  int size() {
    return size;
  }

  /** Those that became ready after {@code time}, in no particular order. */
  List<Integer> after(Instant time) {
    List<Integer> later = new ArrayList<>();
    ordinals.tailMap(time, false).values().forEach(later::addAll);
    return later;
  }

  int countAfter(Instant time) {
    return ordinals.tailMap(time, false).values().stream()
        .mapToInt(NavigableSet::size)
        .sum();
  }

  /** When the first became ready after {@code time}. */
  Optional<Instant> nextAfter(Instant time) {
    return Optional.ofNullable(ordinals.higherKey(time));
  }
}
