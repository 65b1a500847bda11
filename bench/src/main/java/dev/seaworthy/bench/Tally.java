package dev.seaworthy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes, by group and measure, and keeps those that disagree. */
final class Tally {

  /** How many of how many. */
  record Share(int agreed, int total) {

    static final Share NONE = new Share(0, 0);

    Share plus(boolean agrees) {
      return new Share(agreed + (agrees ? 1 : 0), total + 1);
    }

    Share plus(Share other) {
      return new Share(agreed + other.agreed, total + other.total);
    }

    double percent() {
      return total == 0 ? 100 : 100.0 * agreed / total;
    }
  }

  private final Map<String, Map<String, Share>> byGroup = new TreeMap<>();
  private final List<Outcome> disagreements = new ArrayList<>();

  synchronized void add(Outcome outcome) {
    Map<String, Share> group = byGroup.computeIfAbsent(outcome.group(), g -> new TreeMap<>());
    outcome
        .measures()
        .forEach((measure, met) ->
            group.put(measure, group.getOrDefault(measure, Share.NONE).plus(met)));
    if (!outcome.agrees()) {
      disagreements.add(outcome);
    }
  }

  Map<String, Map<String, Share>> byGroup() {
    return byGroup;
  }

  /** The measures over all groups. */
  Map<String, Share> total() {
    Map<String, Share> total = new TreeMap<>();
    byGroup
        .values()
        .forEach(
            group -> group.forEach((measure, share) -> total.merge(measure, share, Share::plus)));
    return total;
  }

  List<Outcome> disagreements() {
    return disagreements;
  }
}
