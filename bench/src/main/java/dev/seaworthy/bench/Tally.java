package dev.seaworthy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts outcomes, by group and measure, and keeps those that disagree. */
final class Tally {

  private final Map<String, Map<String, Share>> byGroup = new TreeMap<>();
  private final List<Outcome> disagreements = new ArrayList<>();

  synchronized void add(Outcome outcome) {
    Map<String, Share> group = byGroup.computeIfAbsent(outcome.group(), g -> new TreeMap<>());
    outcome.measures().forEach((measure, share) -> group.merge(measure, share, Share::plus));
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

  /** Every share by its key: {@code verdict} over all groups, {@code GROUP.verdict} for one. */
  Map<String, Share> shares() {
    Map<String, Share> shares = new TreeMap<>(total());
    byGroup.forEach((group, measures) ->
        measures.forEach((measure, share) -> shares.put(group + "." + measure, share)));
    return shares;
  }

  List<Outcome> disagreements() {
    return disagreements;
  }
}
