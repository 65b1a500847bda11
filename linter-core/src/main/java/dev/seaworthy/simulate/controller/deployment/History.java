package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.simulate.object.ReplicaSet;
import java.util.Comparator;
import java.util.List;

/** Forgets the oldest templates when there are more than the Deployment wants to keep. */
final class History {

  private History() {}

  static void prune(Rollout rollout) {
    expired(rollout.old(), rollout.deployment().historyLimit())
        .forEach(set -> rollout.api().delete(set.resource()));
  }

  /** The sets that can go: of the lowest revisions, and only those that neither have nor want pods. */
  static List<ReplicaSet> expired(List<ReplicaSet> old, long limit) {
    List<ReplicaSet> kept = old.stream().filter(set -> !set.isBeingDeleted()).toList();
    return kept.stream()
        .sorted(Comparator.comparingLong(set -> Annotations.revision(set.annotations())))
        .limit(Math.max(0, kept.size() - limit))
        .filter(set -> set.replicas() == 0 && set.counted("replicas") == 0 && set.isObserved())
        .toList();
  }
}
