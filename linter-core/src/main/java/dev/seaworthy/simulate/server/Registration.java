package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.SplittableRandom;

/** What the server gives an object when it is made: its identity, its age, what holds it. */
final class Registration {

  private final VirtualClock clock;
  private final SplittableRandom uids;

  Registration(VirtualClock clock, Seed seed) {
    this.clock = clock;
    this.uids = seed.stream("uids");
  }

  Resource of(Resource object) {
    Mapping metadata = object.at("metadata") instanceof Mapping given ? given : Mapping.EMPTY;
    return dated(object)
        .withAt(
            metadata
                .without("resourceVersion")
                .with("uid", Scalar.of(Seed.uid(uids)))
                .with("creationTimestamp", Scalar.of(clock.timestamp())),
            "metadata");
  }

  /** The conditions that the server itself sets, as of a gated pod, are as old as the object. */
  private Resource dated(Resource object) {
    if (!object.groupKind().equals(Kinds.POD)) {
      return object;
    }
    Node condition = object.at("status", "conditions").get(0);
    return condition instanceof Mapping first && first.get("lastTransitionTime").isAbsent()
        ? object.withAt(
            Sequence.of(List.of(first.with("lastTransitionTime", Scalar.of(clock.timestamp())))),
            "status",
            "conditions")
        : object;
  }
}
