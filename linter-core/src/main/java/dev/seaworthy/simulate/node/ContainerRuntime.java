package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import java.time.Duration;

/**
 * The only way by which a node reaches containers, after the container runtime interface (CRI): a
 * sandbox per pod that holds its network, images, and containers in the sandbox. Another
 * implementation can run real processes.
 */
public interface ContainerRuntime {

  /**
   * The room that the containers of one pod share.
   *
   * @param address the one IP address of all its containers; the node's own for host network
   */
  record Sandbox(ObjectKey pod, String node, String address) {}

  /** One container to be started. */
  record ContainerConfig(String name, String image, int attempt) {}

  /** Hears what becomes of a container. */
  interface Listener {

    /** What a readiness probe would find has changed. */
    void ready(boolean ready);

    /** The process has ended by itself. */
    void exited(int exitCode);

    /** The process ends again and again; it has been restarted this often. */
    void crashLoops(int restarts);
  }

  /** A running or ended container. */
  interface Container {}

  /** Makes the sandbox of a pod. */
  Sandbox runPodSandbox(ObjectKey pod, String node, boolean hostNetwork);

  /** Takes the sandbox away and frees its address. */
  void removePodSandbox(Sandbox sandbox);

  /** Whether the image could be pulled. */
  boolean pullImage(String image);

  /** Starts a container; {@code listener} hears of it from then on. */
  Container startContainer(Sandbox sandbox, ContainerConfig config, Listener listener);

  /** Asks a container to end. Gives how long that takes, at most {@code grace}. */
  Duration stopContainer(Container container, Duration grace);
}
