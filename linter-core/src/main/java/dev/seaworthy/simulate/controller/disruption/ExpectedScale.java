package dev.seaworthy.simulate.controller.disruption;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.controller.Scale;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How many pods the controllers of some pods want together; a Deployment for all its ReplicaSets.
 *
 * @param problem why that can't be said; empty if it can
 */
record ExpectedScale(long pods, String problem) {

  static ExpectedScale of(Guard guard, String namespace, ClusterView view) {
    Set<String> counted = new HashSet<>();
    long pods = 0;
    for (Node reference : guard.controllers()) {
      Optional<Resource> owner = Scale.controller(reference, namespace, view);
      Optional<Resource> counts = owner.map(found -> deploymentOf(found, view).orElse(found));
      Optional<Long> scale = counts.flatMap(found -> Scale.of(found, view));
      if (scale.isEmpty()) {
        return new ExpectedScale(0, problem(reference, owner));
      }
      pods += counted.add(Meta.uid(counts.get())) ? scale.get() : 0;
    }
    return new ExpectedScale(pods, "");
  }

  private static Optional<Resource> deploymentOf(Resource owner, ClusterView view) {
    return owner.groupKind().equals(Kinds.REPLICA_SET)
        ? owner
            .controller()
            .flatMap(reference -> Scale.controller(reference, owner.namespace(), view))
            .filter(above -> above.groupKind().equals(Kinds.DEPLOYMENT))
        : Optional.empty();
  }

  private static String problem(Node reference, Optional<Resource> owner) {
    String name = reference.get("kind").text() + " " + reference.get("name").text();
    return owner.isEmpty()
        ? "found no controllers for pods of " + name
        : name + " does not implement the scale subresource";
  }
}
