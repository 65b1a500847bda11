package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectStore;
import java.time.Duration;

/**
 * Deletion as the server does it: at once, or marked until the node has stopped the containers and
 * all finalizers are gone.
 */
final class Removal {

  static final String FOREGROUND = "foregroundDeletion";
  static final String ORPHAN = "orphan";

  private final ObjectStore store;
  private final VirtualClock clock;

  Removal(ObjectStore store, VirtualClock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Starts (or, with a shorter grace, hurries) the deletion; gives the object as it then is. */
  Resource begin(Resource object, Deletion how) {
    Resource held = withCascade(object, how.cascade());
    Duration grace = graceOf(object, how);
    if (grace.isZero() && Finalizers.of(held).isEmpty() && !isFull(held)) {
      store.remove(ObjectKey.of(object));
      return held;
    }
    Resource marked = marked(held, grace);
    return marked.root().sameAs(object.root()) ? object : store.commit(marked);
  }

  private static Resource withCascade(Resource object, Deletion.Cascade cascade) {
    return switch (cascade) {
      case BACKGROUND -> object;
      case FOREGROUND -> Finalizers.with(object, FOREGROUND);
      case ORPHAN -> Finalizers.with(object, ORPHAN);
    };
  }

  private static Duration graceOf(Resource object, Deletion how) {
    if (!object.groupKind().equals(Kinds.POD)) {
      return Duration.ZERO;
    }
    Pod pod = new Pod(object);
    if (pod.nodeName().isEmpty() || pod.isFinished()) {
      return Duration.ZERO;
    }
    return how.grace()
        .orElseGet(() -> Duration.ofSeconds(
            object.at("spec", "terminationGracePeriodSeconds").longOr(30)));
  }

  private Resource marked(Resource object, Duration grace) {
    boolean again = object.at("metadata", "deletionTimestamp").isPresent();
    long former = object.at("metadata", "deletionGracePeriodSeconds").longOr(0);
    if (again && grace.toSeconds() >= former) {
      return object;
    }
    Resource marked = object
        .with("metadata.deletionTimestamp", Scalar.of(VirtualClock.timestamp(clock.in(grace))))
        .with("metadata.deletionGracePeriodSeconds", Scalar.of(grace.toSeconds()));
    if (object.groupKind().equals(Kinds.NAMESPACE)) {
      return marked.with("status.phase", Scalar.of("Terminating"));
    }
    long generation = object.at("metadata", "generation").longOr(0);
    return generation > 0 ? marked.with("metadata.generation", Scalar.of(generation + 1)) : marked;
  }

  /** Whether it is a namespace of which nobody has said yet that it is empty. */
  private static boolean isFull(Resource object) {
    return object.groupKind().equals(Kinds.NAMESPACE)
        && object.at("spec", "finalizers").size() > 0;
  }

  /** Whether nothing holds a deleted object any more. */
  boolean isComplete(Resource object) {
    return object.at("metadata", "deletionTimestamp").isPresent()
        && Finalizers.of(object).isEmpty()
        && !isFull(object)
        && object.at("metadata", "deletionGracePeriodSeconds").longOr(0) == 0;
  }
}
