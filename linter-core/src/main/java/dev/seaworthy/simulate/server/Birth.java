package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.QualityOfService;
import dev.seaworthy.simulate.store.Kinds;
import java.util.SplittableRandom;

/** What the server gives an object when it is made. */
final class Birth {

  private Birth() {}

  static Resource of(Resource object, VirtualClock clock, SplittableRandom uids) {
    Resource born = withInitialStatus(object, clock)
        .with("metadata.uid", Scalar.of(Seed.uid(uids)))
        .with("metadata.creationTimestamp", Scalar.of(clock.timestamp()))
        .without("metadata", "resourceVersion");
    return born.at("spec").isMapping() ? born.with("metadata.generation", Scalar.of(1)) : born;
  }

  /** Clients don't decide the status; nodes do, because they register themselves. */
  private static Resource withInitialStatus(Resource object, VirtualClock clock) {
    if (object.groupKind().equals(Kinds.POD)) {
      Resource begun = object.with(
          "status",
          Mapping.of(
              "phase",
              Scalar.of("Pending"),
              "qosClass",
              Scalar.of(QualityOfService.of(object).word())));
      return object.at("spec", "schedulingGates").size() == 0
          ? begun
          : Conditions.of(begun)
              .with(
                  "PodScheduled",
                  "False",
                  "SchedulingGated",
                  "Scheduling is blocked due to non-empty scheduling gates",
                  clock)
              .in(begun);
    }
    boolean registersItself = object.groupKind().equals(Kinds.NODE);
    return registersItself || object.at("status").isAbsent() ? object : object.without("status");
  }
}
