package dev.seaworthy.simulate.node;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes the containers of one pod through their lives: has the image got, makes the environment,
 * starts, looks whether the program answers, and has started again what ended.
 */
final class ContainerWorker {

  /** What a process ends with that its kubelet kills. */
  static final int KILLED = 137;

  private final NodeTools tools;
  private final PodRun run;
  private final PodWorker pod;
  private final ImagePuller images;
  private final Restarts restarts;

  ContainerWorker(NodeTools tools, PodRun run, PodWorker pod) {
    this.tools = tools;
    this.run = run;
    this.pod = pod;
    this.images = new ImagePuller(tools, run, pod);
    this.restarts = new Restarts(tools, run, pod, this::begin);
  }

  /** Begins with getting the image; what becomes of it is seen in its state. */
  void start(ContainerRun container) {
    container.begun = true;
    images.pull(container, () -> prepare(container));
  }

  /** What the environment asks for has to be there, and the user has to be one it may run as. */
  private void prepare(ContainerRun container) {
    Optional<PodNeeds.Missing> missing =
        new PodNeeds(tools.api().view(), run.key().namespace()).ofEnvironment(container.spec);
    if (missing.isPresent()) {
      tools.missing(run, "Failed", "Error: " + missing.get().message());
      container.waits("CreateContainerConfigError", missing.get().message());
      tools.absences().await(List.of(missing.get().object()), () -> {
        container.begun = false;
        pod.changed();
      });
      return;
    }
    Optional<String> contradiction = container.isRefusedAsRoot
        ? Optional.of(Refusals.asRoot(run, container.name))
        : Optional.empty();
    if (contradiction.isPresent()) {
      tools.warning(run, "Failed", "Error: " + contradiction.get());
      container.waits("CreateContainerConfigError", contradiction.get());
      return;
    }
    create(container);
  }

  private void create(ContainerRun container) {
    if (container.container != null) {
      tools.runtime().removeContainer(container.container);
    }
    ContainerRuntime.Container made =
        tools.runtime().createContainer(pod.sandbox(), container.config());
    container.container = made;
    tools.normal(run, "Created", "Container created");
    tools.normal(run, "Started", "Container started");
    container.state = new ContainerState.Running(tools.now());
    container.started = !container.probes.hasStartup();
    container.ready = container.started && isTakenForReady(container);
    tools.runtime().startContainer(made, new Events(container, container.restarts));
    if (container.isRunning() && !container.answers) {
      planToGiveUp(container, Duration.ZERO);
    }
  }

  /** Whether nobody asks the program if it is ready. */
  private boolean isTakenForReady(ContainerRun container) {
    return !container.probes.hasReadiness() && !tools.settings().everyContainerIsProbed();
  }

  /** The program does not answer since {@code silent} after its start: its probes may end it. */
  private void planToGiveUp(ContainerRun container, Duration silent) {
    container
        .probes
        .givesUp(silent, container.started)
        .ifPresent(due -> container.plans(tools
            .queue()
            .after(positive(due.minus(container.up(tools.now()))), () -> giveUp(container))));
  }

  private static Duration positive(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }

  private void giveUp(ContainerRun container) {
    if (!pod.isActive() || !container.isRunning()) {
      return;
    }
    String probe = container.started ? "Liveness" : "Startup";
    tools.warning(run, "Unhealthy", probe + " probe failed: container " + container.name);
    tools.normal(
        run,
        "Killing",
        "Container %s failed %s probe, will be restarted"
            .formatted(container.name, probe.toLowerCase(Locale.ROOT)));
    kill(container);
    ended(container, KILLED, probe + " probe failed");
  }

  /** Ends a container within {@code grace} and starts it again at once. */
  void replace(ContainerRun container, String why, Duration grace, Runnable then) {
    Duration taken = Duration.ZERO;
    if (container.isRunning()) {
      tools.normal(run, "Killing", why);
      taken = new Termination(tools.runtime(), grace).of(container);
    }
    container.plans(tools.queue().after(taken, () -> {
      if (pod.isActive()) {
        if (container.isRunning()) {
          container.ended(endOf(container), "", tools.now());
          container.restarts++;
        }
        begin(container);
        then.run();
      }
    }));
  }

  /** What a container that was stopped ended with: another code where it ended in time. */
  int endOf(ContainerRun container) {
    ContainerRuntime.Container stopped = container.container;
    return stopped == null || !tools.settings().tendsPods()
        ? KILLED
        : tools.runtime().containerStatus(stopped).exitCode();
  }

  /** The program ends once; what its restart policy says follows. */
  void exit(ContainerRun container, int exitCode) {
    kill(container);
    ended(container, exitCode, "");
  }

  /** The kernel ends what uses more memory than its limit; its restart policy says what follows. */
  void runOutOfMemory(ContainerRun container) {
    kill(container);
    Duration ran = container.up(tools.now());
    container.ended(KILLED, "OOMKilled", "", tools.now());
    follow(container, KILLED, ran);
  }

  private void kill(ContainerRun container) {
    ContainerRuntime.Container running = container.container;
    if (running != null) {
      tools.runtime().stopContainer(running, Duration.ZERO);
    }
  }

  /** What the runtime tells of one start of a container; what came before a restart is not heard. */
  private final class Events implements ContainerRuntime.Listener {
    private final ContainerRun container;
    private final int attempt;

    private Events(ContainerRun container, int attempt) {
      this.container = container;
      this.attempt = attempt;
    }

    private boolean counts() {
      return pod.isActive() && container.restarts == attempt && container.isRunning();
    }

    @Override
    public void answers(boolean well) {
      if (!counts()) {
        return;
      }
      Duration up = container.up(tools.now());
      container.answers = well;
      container.cancelPlans();
      if (well) {
        container
            .probes
            .startedAfter(up)
            .ifPresent(due -> later(due.minus(up), () -> startupSucceeded(container)));
        container.probes.readyAfter(up).ifPresent(due -> later(due.minus(up), () -> probed(true)));
      } else {
        container
            .probes
            .unreadyAfter(up)
            .ifPresent(due -> later(due.minus(up), () -> {
              tools.warning(
                  run, "Unhealthy", "Readiness probe failed: container " + container.name);
              probed(false);
            }));
        planToGiveUp(container, up);
      }
    }

    private void later(Duration wait, Runnable event) {
      if (wait.isZero() || wait.isNegative()) {
        event.run();
      } else {
        tools.queue().after(wait, () -> {
          if (counts()) {
            event.run();
          }
        });
      }
    }

    private void probed(boolean ready) {
      if (container.ready != ready && (ready || container.probes.hasReadiness())) {
        container.ready = ready;
        pod.changed();
      }
    }

    @Override
    public void exited() {
      if (counts() && container.container != null) {
        ContainerRuntime.ContainerStatus status =
            tools.runtime().containerStatus(container.container);
        ended(container, status.exitCode(), status.message());
      }
    }

    @Override
    public void crashLoops(int restarts) {
      if (counts()) {
        container.restarts = restarts;
        container.waits("CrashLoopBackOff", "");
        pod.changed();
      }
    }
  }

  private void startupSucceeded(ContainerRun container) {
    if (!container.started) {
      container.started = true;
      container.ready |= isTakenForReady(container);
      pod.changed();
    }
  }

  private void ended(ContainerRun container, int exitCode, String message) {
    Duration ran = container.up(tools.now());
    container.ended(exitCode, message, tools.now());
    follow(container, exitCode, ran);
  }

  private void follow(ContainerRun container, int exitCode, Duration ran) {
    if (container.policy.restarts(exitCode) && !run.isStopping() && !run.hasFailedToStart()) {
      restarts.plan(container, ran);
    }
    pod.changed();
  }

  private void begin(ContainerRun container) {
    if (container.state instanceof ContainerState.Terminated end) {
      container.lastEnd = end;
    }
    container.actual = container.allocated;
    start(container);
    pod.changed();
  }
}
