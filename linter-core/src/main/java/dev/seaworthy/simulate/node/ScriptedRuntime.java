package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.network.PodNetwork;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.store.ClusterView;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays containers from a description of how their images behave. No process runs. */
public final class ScriptedRuntime implements ContainerRuntime {

  /** What a process ends with that SIGKILL ends. */
  private static final int KILLED = 137;

  /** What a process ends with that SIGTERM ends. */
  private static final int TERMINATED = 143;

  private final EventQueue queue;
  private final PodNetwork network;
  private final ClusterView view;
  private final Map<String, Behaviour> behaviours;
  private final Map<Sandbox, ListeningPorts> ports = new HashMap<>();

  /**
   * @param behaviours by image; for others the tag says how they behave
   */
  public ScriptedRuntime(
      EventQueue queue, PodNetwork network, ClusterView view, Map<String, Behaviour> behaviours) {
    this.queue = queue;
    this.network = network;
    this.view = view;
    this.behaviours = Map.copyOf(behaviours);
  }

  /** A container that is played. */
  private static final class Played implements Container {
    private final Sandbox sandbox;
    private final ContainerConfig config;
    private final Behaviour behaviour;
    private ContainerStatus status = new ContainerStatus(State.CREATED, 0, "");

    private Played(Sandbox sandbox, ContainerConfig config, Behaviour behaviour) {
      this.sandbox = sandbox;
      this.config = config;
      this.behaviour = behaviour;
    }

    private boolean isRunning() {
      return status.state() == State.RUNNING;
    }
  }

  /** How containers of {@code image} behave here. */
  public Behaviour behaviour(String image) {
    Behaviour described = behaviours.get(image);
    return described != null ? described : Behaviour.ofTag(image);
  }

  @Override
  public Sandbox runPodSandbox(ObjectKey pod, String node, boolean hostNetwork) {
    String own = network.nodeAddress(node);
    return new Sandbox(pod, node, hostNetwork ? own : network.allocate(node), own);
  }

  @Override
  public void removePodSandbox(Sandbox sandbox) {
    network.release(sandbox.node(), sandbox.address());
    ports.remove(sandbox);
  }

  @Override
  public ImagePull pullImage(String image) {
    Behaviour.Pull pull = behaviour(image).pull();
    return new ImagePull(pull.takes(), pull.fails() ? "the image is not there" : "");
  }

  @Override
  public Container createContainer(Sandbox sandbox, ContainerConfig config) {
    return new Played(sandbox, config, behaviour(config.image()));
  }

  @Override
  public void startContainer(Container container, Listener listener) {
    if (container instanceof Played played) {
      played.status = new ContainerStatus(State.RUNNING, 0, "");
      Optional<String> taken = listen(played);
      if (taken.isPresent()) {
        end(played, 1, "address already in use: port " + taken.get(), listener);
      } else {
        play(played, listener);
      }
    }
  }

  /** The first port that another container of the sandbox listens on already. */
  private Optional<String> listen(Played played) {
    Set<String> wanted = played.config.ports();
    return wanted.isEmpty()
        ? Optional.empty()
        : ports
            .computeIfAbsent(played.sandbox, sandbox -> new ListeningPorts())
            .listen(played.config.name(), wanted);
  }

  private void play(Played played, Listener listener) {
    Behaviour behaviour = played.behaviour;
    boolean crashes = behaviour.exit().map(Behaviour.Exit::crashLoops).orElse(false);
    boolean endsWell = played.config.endsByItself() && behaviour.exit().isEmpty();
    if (endsWell) {
      behaviour.readyAfter().ifPresent(time -> happen(time, () -> end(played, 0, "", listener)));
      return;
    }
    if (!crashes) {
      behaviour.readyAfter().ifPresent(delay -> happen(delay, () -> listener.answers(true)));
      behaviour.unhealthyAfter().ifPresent(delay -> happen(delay, () -> listener.answers(false)));
    }
    behaviour.exit().ifPresent(exit -> happen(exit.after(), () -> end(exit, played, listener)));
  }

  private void happen(Duration delay, Runnable event) {
    if (delay.isZero()) {
      event.run();
    } else {
      queue.after(delay, event);
    }
  }

  private void end(Behaviour.Exit exit, Played played, Listener listener) {
    if (exit.crashLoops()) {
      played.status = new ContainerStatus(State.EXITED, exit.code(), "");
      listener.crashLoops(Math.max(exit.restarts(), played.config.attempt() + 1));
      return;
    }
    boolean concerned = exit.index()
        .map(index -> index.toString().equals(indexOf(played.sandbox.pod())))
        .orElse(true);
    end(played, concerned ? exit.code() : 0, "", listener);
  }

  private void end(Played played, int exitCode, String message, Listener listener) {
    if (played.isRunning()) {
      played.status = new ContainerStatus(State.EXITED, exitCode, message);
      close(played);
      listener.exited();
    }
  }

  private void close(Played played) {
    ListeningPorts listening = ports.get(played.sandbox);
    if (listening != null) {
      listening.close(played.config.name());
    }
  }

  private String indexOf(ObjectKey pod) {
    return view.get(pod)
        .map(Resource::annotations)
        .orElse(Map.of())
        .getOrDefault(Job.COMPLETION_INDEX, "");
  }

  @Override
  public ContainerStatus containerStatus(Container container) {
    return container instanceof Played played
        ? played.status
        : new ContainerStatus(State.EXITED, KILLED, "");
  }

  @Override
  public Duration stopContainer(Container container, Duration grace) {
    if (!(container instanceof Played played) || !played.isRunning()) {
      return Duration.ZERO;
    }
    Duration needed = played.behaviour.stopTakes();
    boolean isInTime = needed.compareTo(grace) < 0;
    played.status = new ContainerStatus(State.EXITED, isInTime ? TERMINATED : KILLED, "");
    close(played);
    return isInTime ? needed : grace;
  }

  @Override
  public void removeContainer(Container container) {
    if (container instanceof Played played) {
      close(played);
    }
  }
}
