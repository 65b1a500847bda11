package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;

/** Nodes of which nobody hears: their pods may run on, and hold what they have. */
final class SilentNodes {

  private SilentNodes() {}

  /** The silent node on which {@code pod} stands; empty if its node is heard of. */
  static Optional<String> under(Pod pod, Scene scene) {
    Optional<Resource> node =
        pod.nodeName().flatMap(name -> scene.view().get(Kinds.NODE, "", name));
    return node.filter(it -> Conditions.of(it).status("Ready").equals("Unknown"))
        .map(Resource::name);
  }

  /** What frees that which pods on {@code node} hold. */
  static String remedy(String node) {
    return "bring %1$s back; if it is surely off, remove it (kubectl delete node %1$s) or give it the taint node.kubernetes.io/out-of-service"
        .formatted(node);
  }
}
