package dev.seaworthy.simulate.history;

import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A pod from its creation on.
 *
 * @param owner the workload that answered for it when it was made, as {@code Deployment/web}; empty if
 *     none did
 * @param revision the hash of the template that it was made of; empty if it has none
 * @param spells what it was, one after the other; the last one lasts until {@code end}
 * @param end when it was gone; empty if it still is there
 */
public record PodHistory(
    String namespace,
    String name,
    String owner,
    String revision,
    List<Spell> spells,
    Optional<Duration> end) {

  public PodHistory {
    spells = List.copyOf(spells);
  }

  /**
   * A time in which nothing changed that can be seen.
   *
   * @param from when it began
   * @param node where the pod was; empty before it had a node
   * @param word what {@code kubectl get pods} would have shown as its status
   */
  public record Spell(Duration from, Stage stage, String node, String word) {}

  /** How far a pod has come. */
  public enum Stage {
    /** No node has been found for it. */
    PENDING,
    /** On its node, its containers not yet running. */
    STARTING,
    /** Its containers run; it is not ready. */
    RUNNING,
    /** Ready to serve. */
    READY,
    /** A container crashes, or cannot be started. */
    TROUBLED,
    /** Told to stop, and not gone yet. */
    STOPPING,
    /** Its containers have ended well. */
    SUCCEEDED,
    /** It has failed for good. */
    FAILED;

    static Stage of(Pod pod) {
      if (pod.phase().equals("Succeeded")) {
        return SUCCEEDED;
      }
      if (pod.phase().equals("Failed")) {
        return FAILED;
      }
      if (pod.isBeingDeleted()) {
        return STOPPING;
      }
      return pod.isReady() ? READY : ofUnready(pod);
    }

    private static Stage ofUnready(Pod pod) {
      if (pod.nodeName().isEmpty()) {
        return PENDING;
      }
      boolean isTroubled = pod.containerStatuses().stream()
          .map(status -> status.at("state", "waiting", "reason").text())
          .anyMatch(Stage::isTrouble);
      return isTroubled ? TROUBLED : pod.phase().equals("Running") ? RUNNING : STARTING;
    }

    private static boolean isTrouble(String reason) {
      return !reason.isEmpty()
          && !reason.equals("ContainerCreating")
          && !reason.equals("PodInitializing");
    }
  }

  /** When it was made. */
  public Duration began() {
    return spells.get(0).from();
  }

  /** What it was last. */
  public Spell last() {
    return spells.get(spells.size() - 1);
  }
}
