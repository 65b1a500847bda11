package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Meta;
import java.util.ArrayList;
import java.util.List;

/** Who a claim goes with. */
final class Owners {

  private Owners() {}

  /** {@code claim} with {@code owner} among its owners, or not. */
  static Resource set(Resource claim, Resource owner, boolean owns) {
    List<Node> owners = new ArrayList<>(claim.at("metadata", "ownerReferences").items());
    boolean owned = owners.removeIf(it -> it.get("uid").text().equals(Meta.uid(owner)));
    if (owned == owns) {
      return claim;
    }
    if (owns) {
      owners.add(Meta.controllerReference(owner));
    }
    return owners.isEmpty()
        ? claim.without("metadata", "ownerReferences")
        : claim.with("metadata.ownerReferences", Sequence.of(owners));
  }
}
