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
  record Waiting(String reason, String message) implements ContainerState {

    static final Waiting CREATING = new Waiting("ContainerCreating", "");

    /** Containers that come after init containers. */
    static final Waiting INITIALIZING = new Waiting("PodInitializing", "");

    private static final Mapping CREATING_NODE =
        Mapping.of("waiting", Mapping.of("reason", Scalar.of("ContainerCreating")));

    @Override
    public Mapping toNode() {
      if (this == CREATING) {
        return CREATING_NODE;
      }
      Mapping waiting = Mapping.of("reason", Scalar.of(reason));
      return Mapping.of(
          "waiting", message.isEmpty() ? waiting : waiting.with("message", Scalar.of(message)));
    }
  }

  record Running(Instant since) implements ContainerState {
    @Override
    public Mapping toNode() {
      return Mapping.of("running", Mapping.of("startedAt", time(since)));
    }
  }

  /**
   * Ended, for now or for good.
   *
   * @param reason the runtime's word for it
   * @param message what the runtime said of it; empty if nothing
   */
  record Terminated(int exitCode, String reason, String message, Instant since, Instant at)
      implements ContainerState {
    @Override
    public Mapping toNode() {
      Mapping ended = Mapping.of(
          "exitCode",
          Scalar.of(exitCode),
          "reason",
          Scalar.of(reason),
          "startedAt",
          time(since),
          "finishedAt",
          time(at));
      return Mapping.of(
          "terminated", message.isEmpty() ? ended : ended.with("message", Scalar.of(message)));
    }
  }

  private static Scalar time(Instant instant) {
    return Scalar.of(VirtualClock.timestamp(instant));
  }
}
