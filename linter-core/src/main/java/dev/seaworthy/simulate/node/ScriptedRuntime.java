package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.network.PodNetwork;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.store.ClusterView;
import java.time.Duration;
import java.util.Map;

/** Plays containers from a description of how their images behave. No process runs. */
public final class ScriptedRuntime implements ContainerRuntime {

  private final EventQueue queue;
  private final PodNetwork network;
  private final ClusterView view;
  private final Map<String, Behaviour> behaviours;

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

  private record Played(Behaviour behaviour) implements Container {}

  /** How containers of {@code image} behave here. */
  public Behaviour behaviour(String image) {
    Behaviour described = behaviours.get(image);
    return described != null ? described : Behaviour.ofTag(image);
  }

  @Override
  public Sandbox runPodSandbox(ObjectKey pod, String node, boolean hostNetwork) {
    String address = hostNetwork ? network.nodeAddress(node) : network.allocate(node);
    return new Sandbox(pod, node, address);
  }

  @Override
  public void removePodSandbox(Sandbox sandbox) {
    network.release(sandbox.node(), sandbox.address());
  }

  @Override
  public boolean pullImage(String image) {
    return behaviour(image).pullable();
  }

  @Override
  public Container startContainer(Sandbox sandbox, ContainerConfig config, Listener listener) {
    Behaviour behaviour = behaviour(config.image());
    boolean crashes = behaviour.exit().map(Behaviour.Exit::crashLoops).orElse(false);
    if (!crashes) {
      behaviour.readyAfter().ifPresent(delay -> happen(delay, () -> listener.ready(true)));
    }
    behaviour
        .exit()
        .ifPresent(exit -> happen(exit.after(), () -> end(exit, sandbox, config, listener)));
    return new Played(behaviour);
  }

  private void happen(Duration delay, Runnable event) {
    if (delay.isZero()) {
      event.run();
    } else {
      queue.after(delay, event);
    }
  }

  private void end(
      Behaviour.Exit exit, Sandbox sandbox, ContainerConfig config, Listener listener) {
    if (exit.crashLoops()) {
      listener.crashLoops(Math.max(exit.restarts(), config.attempt() + 1));
      return;
    }
    boolean concerned = exit.index()
        .map(index -> index.toString().equals(indexOf(sandbox.pod())))
        .orElse(true);
    listener.exited(concerned ? exit.code() : 0);
  }

  private String indexOf(ObjectKey pod) {
    return view.get(pod)
        .map(Resource::annotations)
        .orElse(Map.of())
        .getOrDefault(Job.COMPLETION_INDEX, "");
  }

  @Override
  public Duration stopContainer(Container container, Duration grace) {
    Duration needed =
        container instanceof Played played ? played.behaviour().stopTakes() : Duration.ZERO;
    return needed.compareTo(grace) < 0 ? needed : grace;
  }
}
