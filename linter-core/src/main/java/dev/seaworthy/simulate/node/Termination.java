package dev.seaworthy.simulate.node;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long it takes until all containers of a pod have stopped: each first runs its preStop hook and
 * then ends, all within the grace; sidecars come after the others, the last one first.
 */
record Termination(ContainerRuntime runtime, Duration grace) {

  Duration of(PodRun run) {
    Duration taken = Duration.ZERO;
    for (ContainerRun main : run.mains()) {
      taken = longer(taken, stopped(main, grace));
    }
    List<ContainerRun> sidecars = new ArrayList<>(run.inits());
    Collections.reverse(sidecars);
    for (ContainerRun sidecar : sidecars) {
      taken = taken.plus(stopped(sidecar, grace.minus(taken)));
    }
    return taken;
  }

  /** How long it takes until one container has stopped. */
  Duration of(ContainerRun container) {
    return stopped(container, grace);
  }

  private Duration stopped(ContainerRun container, Duration left) {
    ContainerRuntime.Container running = container.container;
    if (running == null || !container.isRunning() || left.isNegative()) {
      return Duration.ZERO;
    }
    Duration hook = container.preStop();
    return hook.compareTo(left) >= 0
        ? left
        : hook.plus(runtime.stopContainer(running, left.minus(hook)));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
