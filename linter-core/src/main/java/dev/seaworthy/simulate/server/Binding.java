package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Map;

/** A pod gets its node, and with it the node's zone and region as labels. */
final class Binding {

  private static final List<String> TOPOLOGY =
      List.of("topology.kubernetes.io/zone", "topology.kubernetes.io/region");

  private Binding() {}

  static Resource of(Resource pod, String node, ClusterView view, VirtualClock clock) {
    Resource bound = Conditions.of(pod)
        .with("PodScheduled", "True", "", "", clock)
        .in(pod)
        .with("spec.nodeName", Scalar.of(node));
    Map<String, String> labels =
        view.get(Kinds.NODE, "", node).map(Resource::labels).orElse(Map.of());
    for (String label : TOPOLOGY) {
      String value = labels.get(label);
      if (value != null && !pod.labels().containsKey(label)) {
        bound = bound.withAt(Scalar.of(value), "metadata", "labels", label);
      }
    }
    return bound;
  }
}
