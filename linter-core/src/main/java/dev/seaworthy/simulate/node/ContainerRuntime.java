package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
   * @param nodeAddress the address of the node
   */
  record Sandbox(ObjectKey pod, String node, String address, String nodeAddress) {

    // Written out, because what Java makes for a record is slow to start.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Sandbox that
          && pod.equals(that.pod)
          && node.equals(that.node)
          && address.equals(that.address)
          && nodeAddress.equals(that.nodeAddress);
    }

    @Override
    public int hashCode() {
      return (pod.hashCode() * 31 + node.hashCode()) * 31 + address.hashCode();
    }
  }

  /**
   * One container to be made.
   *
   * @param attempt how often it was started before
   * @param endsByItself whether its program is meant to end, as that of an init container
   * @param ports the ports on which it listens, as {@code 8080/TCP}; one sandbox has each only once
   */
  record ContainerConfig(
      String name, String image, int attempt, boolean endsByItself, Set<String> ports) {}

  /**
   * What became of getting an image.
   *
   * @param takes the time until it is there, or has failed
   * @param error why it can't be had; empty if it can
   */
  record ImagePull(Duration takes, String error) {

    boolean hasFailed() {
      return !error.isEmpty();
    }
  }

  /** Hears what becomes of a container. */
  interface Listener {

    /** The program answers well from now on, or no longer. */
    void answers(boolean well);

    /** The process has ended by itself; its status says how. */
    void exited();

    /** The process ends again and again; it has been restarted this often. */
    void crashLoops(int restarts);
  }

  /** A container that was made. */
  interface Container {}

  /** What a container does. */
  enum State {
    CREATED,
    RUNNING,
    EXITED
  }

  /**
   * The state of a container.
   *
   * @param exitCode how it ended; 0 before
   * @param message what the runtime has to say of the end; empty if nothing
   */
  record ContainerStatus(State state, int exitCode, String message) {}

  /** Makes the sandbox of a pod. */
  Sandbox runPodSandbox(ObjectKey pod, String node, boolean hostNetwork);

  /** Takes the sandbox away and frees its address. */
  void removePodSandbox(Sandbox sandbox);

  /** Gets an image. */
  ImagePull pullImage(String image);

  /** Makes a container of an image that is there. */
  Container createContainer(Sandbox sandbox, ContainerConfig config);

  /** Starts a container; {@code listener} hears of it from then on. */
  void startContainer(Container container, Listener listener);

  ContainerStatus containerStatus(Container container);

  /**
   * Asks a container to end, and kills it after {@code grace}. Gives how long that takes, at most
   * {@code grace}; none if it has ended already. Its status says how it ended.
   */
  Duration stopContainer(Container container, Duration grace);

  /** Takes a container away that has ended. */
  void removeContainer(Container container);
}
