package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;

/**
 * Which pods of a node {@code kubectl drain} takes away. As its filters: those of DaemonSets and of
 * the node itself stay, what would be lost is asked for with {@code --force} or {@code
 * --delete-emptydir-data}.
 */
record DrainFilter(boolean force, boolean deleteEmptyDirData, ClusterView view) {

  private static final String MIRROR = "kubernetes.io/config.mirror";

  /**
   * What becomes of a pod.
   *
   * @param evicted whether it is to go
   * @param objection why the node can't be drained because of it; empty if it can
   */
  record Fate(boolean evicted, String objection) {

    private static final Fate GOES = new Fate(true, "");
    private static final Fate STAYS = new Fate(false, "");

    private static Fate forbids(String objection) {
      return new Fate(false, objection);
    }
  }

  Fate of(Resource pod) {
    boolean isFinished = new Pod(pod).isFinished();
    Optional<Node> controller = pod.controller();
    if (!isFinished && isOf("DaemonSet", controller)) {
      return ofDaemon(controller.get(), pod);
    }
    if (pod.annotations().containsKey(MIRROR)) {
      return Fate.STAYS;
    }
    if (!isFinished && !deleteEmptyDirData && hasLocalStorage(pod)) {
      return Fate.forbids(
          "cannot delete pods with local storage (--delete-emptydir-data allows it, as with"
              + " kubectl; in a scenario's drain deleteEmptyDirData: true)");
    }
    return isFinished || force || controller.isPresent()
        ? Fate.GOES
        : Fate.forbids(
            "cannot delete pods that no controller would replace (--force allows it, as with"
                + " kubectl; in a scenario's drain force: true)");
  }

  private static boolean isOf(String kind, Optional<Node> controller) {
    return controller.filter(owner -> owner.get("kind").text().equals(kind)).isPresent();
  }

  /** The pods of a DaemonSet would come back at once; those of one that is gone are nobody's. */
  private Fate ofDaemon(Node controller, Resource pod) {
    boolean isThere = view.get(
            Kinds.DAEMON_SET, pod.namespace(), controller.get("name").text())
        .isPresent();
    if (isThere) {
      return Fate.STAYS;
    }
    return force ? Fate.GOES : Fate.forbids("the DaemonSet of a pod is not found (use --force)");
  }

  private static boolean hasLocalStorage(Resource pod) {
    return pod.at("spec", "volumes").items().stream()
        .anyMatch(volume -> volume.get("emptyDir").isPresent());
  }
}
