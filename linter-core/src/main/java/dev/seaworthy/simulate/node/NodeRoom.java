package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.store.ClusterView;
import java.util.List;
import java.util.Optional;

/** What a node has to give, and what it has promised already. */
record NodeRoom(Resource node, ClusterView view) {

  private static final List<String> COUNTED = List.of("cpu", "memory");

  /**
   * What there is too little of.
   *
   * @param isForEver whether the node could not give it to the pod alone
   */
  record Shortage(String resource, boolean isForEver, String message) {}

  /** What there is too little of for {@code pod}, whatever it has now; empty if it fits. */
  Optional<Shortage> shortage(Resource pod) {
    Amounts asked = PodRequests.of(pod.at("spec"));
    Amounts offered = Amounts.of(node.at("status", "allocatable"));
    Optional<Shortage> everlasting = COUNTED.stream()
        .filter(name -> asked.get(name) > offered.get(name))
        .map(name -> new Shortage(
            name,
            true,
            "Node didn't have enough capacity: %s, requested: %d, capacity: %d"
                .formatted(name, asked.get(name), offered.get(name))))
        .findFirst();
    return everlasting.isPresent() ? everlasting : shortage(asked, promised(pod), offered);
  }

  private static Optional<Shortage> shortage(Amounts asked, Amounts used, Amounts offered) {
    return COUNTED.stream()
        .filter(name -> asked.get(name) > 0)
        .filter(name -> asked.get(name) + used.get(name) > offered.get(name))
        .map(name -> new Shortage(
            name,
            false,
            "Node didn't have enough resource: %s, requested: %d, used: %d, capacity: %d"
                .formatted(name, asked.get(name), used.get(name), offered.get(name))))
        .findFirst();
  }

  /** What it has promised to others than {@code pod}. */
  private Amounts promised(Resource pod) {
    String uid = new Pod(pod).uid();
    Amounts promised = Amounts.NONE;
    for (Resource other : view.podsOn(node.name())) {
      if (!new Pod(other).uid().equals(uid) && !new Pod(other).isFinished()) {
        promised = promised.plus(PodRequests.promisedTo(other));
      }
    }
    return promised;
  }
}
