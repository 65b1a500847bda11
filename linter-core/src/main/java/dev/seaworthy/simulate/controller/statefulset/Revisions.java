package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.controller.history.ControllerRevision;
import dev.seaworthy.simulate.controller.history.RevisionHistory;
import dev.seaworthy.simulate.object.StatefulSet;
import java.util.Optional;

/**
 * The two revisions that pods of a set may have.
 *
 * @param current the one of the last rollout that was complete
 * @param update the one of the present template
 * @param collisions how often a revision's name was taken
 */
record Revisions(ControllerRevision current, ControllerRevision update, long collisions) {

  /** Writes a new template down; empty if that was refused. */
  static Optional<Revisions> of(StatefulSet set, RevisionHistory history) {
    RevisionHistory.Present present = history.present();
    return present.revision().map(update -> {
      ControllerRevision current = update.name().equals(set.currentRevision())
          ? update
          : history.named(set.currentRevision()).orElse(update);
      return new Revisions(current, update, present.collisions());
    });
  }

  /** The one that a new pod of {@code ordinal} gets: below the partition the current one. */
  ControllerRevision forNew(int ordinal, StatefulSet set) {
    return ordinal < set.firstOrdinal() + set.partition() ? current : update;
  }

  /** The pod template of {@code revision}. */
  Node template(ControllerRevision revision, StatefulSet set) {
    return revision.equals(update) ? set.template() : revision.template();
  }
}
