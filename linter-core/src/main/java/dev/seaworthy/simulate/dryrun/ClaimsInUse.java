package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.volume.Claim;
import java.util.List;

/**
 * Claims that are to grow and that no pod of the old state uses. In a cluster somebody has used them by
 * then, for only a bound claim can grow; where their class waits for a first pod, they get their volume
 * as if one had run on the first node.
 */
final class ClaimsInUse {

  private ClaimsInUse() {}

  /** Gives those of {@code sent}, the new state, a volume that wait for one; says whether any did. */
  static boolean bind(List<Resource> sent, Cluster cluster) {
    boolean binds = false;
    for (Resource claim : sent) {
      if (claim.groupKind().equals(Kinds.PERSISTENT_VOLUME_CLAIM)) {
        binds |= cluster
            .view()
            .get(ObjectKey.of(claim))
            .map(Claim::new)
            .filter(old -> !old.isBound() && new Claim(claim).request() > old.request())
            .map(old -> use(old, cluster))
            .orElse(false);
      }
    }
    return binds;
  }

  private static boolean use(Claim claim, Cluster cluster) {
    return cluster.view().list(Kinds.NODE).stream()
        .findFirst()
        .map(node -> claim
            .resource()
            .withAt(Scalar.of(node.name()), "metadata", "annotations", Claim.SELECTED_NODE))
        .map(used -> cluster.api().update(used).accepted())
        .orElse(false);
  }
}
