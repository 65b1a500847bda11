package dev.seaworthy.simulate.node;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the containers of one pod again that ended, each after its back-off. */
final class Restarts {

  private static final Duration FIRST = Duration.ofSeconds(1);

  private final NodeTools tools;
  private final PodRun run;
  private final PodWorker pod;
  private final Consumer<ContainerRun> start;

  /** {@code start}: makes a container that ended begin anew. */
  Restarts(NodeTools tools, PodRun run, PodWorker pod, Consumer<ContainerRun> start) {
    this.tools = tools;
    this.run = run;
    this.pod = pod;
    this.start = start;
  }

  /** Plans the next start of a container that has {@code ran} so long. */
  void plan(ContainerRun container, Duration ran) {
    container.restarts += fixedWait().isPresent() ? 1 : 0;
    Duration wait = waitBeforeRestart(container, ran);
    if (wait.compareTo(FIRST) > 0) {
      String message = "back-off %ds restarting failed container=%s pod=%s_%s(%s)"
          .formatted(
              wait.toSeconds(), container.name, run.key().name(), run.key().namespace(), run.uid());
      tools.warning(
          run,
          "BackOff",
          "Back-off restarting failed container %s in pod %s"
              .formatted(container.name, run.key().name()));
      container.waits("CrashLoopBackOff", message);
    }
    container.plans(tools.queue().after(wait, () -> restart(container)));
  }

  private Duration waitBeforeRestart(ContainerRun container, Duration ran) {
    Optional<Duration> fixed = fixedWait();
    if (fixed.isPresent()) {
      return fixed.get();
    }
    Duration wait = container.backOff.next(ran);
    return wait.isZero() ? FIRST : wait;
  }

  /** Where restarts come after a fixed time they are counted when the container ends. */
  private Optional<Duration> fixedWait() {
    return run.restartPolicy().equals("OnFailure")
        ? tools.settings().restartOnFailure()
        : Optional.empty();
  }

  private void restart(ContainerRun container) {
    if (pod.isActive()) {
      container.restarts += fixedWait().isPresent() ? 0 : 1;
      start.accept(container);
    }
  }
}
