package dev.seaworthy.simulate.controller.replicaset;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.controller.PodCounts;
import dev.seaworthy.simulate.object.ReplicaSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the pods of a set amount to at one moment.
 *
 * @param active those that count for its size
 * @param fullyLabeled the active ones with all labels of the template
 * @param ready the active ones that are ready
 * @param available those of them that have been for as long as the set asks
 * @param terminating those that are being deleted and have not finished
 * @param untilNext how long until one more is available, if they all stay ready; empty if none will be
 */
record PodTally(
    int active,
    int fullyLabeled,
    int ready,
    int available,
    int terminating,
    Optional<Duration> untilNext) {

  private static final PodTally NONE = new PodTally(0, 0, 0, 0, 0, Optional.empty());

  static PodTally of(ReplicaSet set, LabelSelector selector, PodCounts counts, Instant now) {
    LabelSelector template =
        LabelSelector.of(Mapping.of("matchLabels", set.template().at("metadata", "labels")));
    PodTally tally = NONE;
    for (PodCounts.Group group : counts.groups()) {
      if (selector.matches(group.labels())) {
        tally = tally.plus(of(set, template.matches(group.labels()), group, now));
      }
    }
    return tally;
  }

  private static PodTally of(
      ReplicaSet set, boolean isLabeled, PodCounts.Group group, Instant now) {
    int labeled = isLabeled ? group.active() : 0;
    long seconds = set.minReadySeconds();
    if (seconds == 0) {
      return new PodTally(
          group.active(),
          labeled,
          group.ready(),
          group.ready(),
          group.terminating(),
          NONE.untilNext);
    }
    Instant latest = now.minusSeconds(seconds);
    return new PodTally(
        group.active(),
        labeled,
        group.ready(),
        group.readyBy(latest),
        group.terminating(),
        group.firstReadyAfter(latest).map(since -> Duration.between(latest, since)));
  }

  private PodTally plus(PodTally other) {
    return new PodTally(
        active + other.active,
        fullyLabeled + other.fullyLabeled,
        ready + other.ready,
        available + other.available,
        terminating + other.terminating,
        untilNext.isEmpty()
                || other.untilNext.map(it -> it.compareTo(untilNext.get()) < 0).orElse(false)
            ? other.untilNext
            : untilNext);
  }
}
