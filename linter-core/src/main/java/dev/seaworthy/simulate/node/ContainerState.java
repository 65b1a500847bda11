package dev.seaworthy.simulate.node;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import java.time.Instant;

/** What a container is doing. */
sealed interface ContainerState {

  /** As {@code containerStatuses[].state} writes it. */
  Mapping toNode();

  /** Not running yet, or not again yet. */
  record Waiting(String reason) implements ContainerState {
    @Override
    public Mapping toNode() {
      return Mapping.of("waiting", Mapping.of("reason", Scalar.of(reason)));
    }
  }

  record Running(Instant since) implements ContainerState {
    @Override
    public Mapping toNode() {
      return Mapping.of("running", Mapping.of("startedAt", time(since)));
    }
  }

  /** Ended, for now or for good. */
  record Terminated(int exitCode, Instant since, Instant at) implements ContainerState {
    @Override
    public Mapping toNode() {
      return Mapping.of(
          "terminated",
          Mapping.of(
              "exitCode",
              Scalar.of(exitCode),
              "reason",
              Scalar.of(exitCode == 0 ? "Completed" : "Error"),
              "startedAt",
              time(since),
              "finishedAt",
              time(at)));
    }
  }

  private static Scalar time(Instant instant) {
    return Scalar.of(VirtualClock.timestamp(instant));
  }
}
