package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import java.util.List;
import java.util.Optional;

/**
 * What a node has to give, and what it has promised already.
 *
 * @param pods those that it has taken
 */
record NodeRoom(Resource node, List<Resource> pods) {

  private static final List<String> USUAL = List.of("cpu", "memory", "ephemeral-storage");

  /** What there is too little of. */
  record Shortage(String resource, long requested, long used, long capacity) {

    /** Whether the node could not give it to the pod alone. */
    boolean isForEver() {
      return requested > capacity;
    }

    String message() {
      return "Node didn't have enough resource: %s, requested: %d, used: %d, capacity: %d"
          .formatted(resource, requested, used, capacity);
    }
  }

  /** What there is too little of for {@code pod}, whatever it has now; empty if it fits. */
  Optional<Shortage> shortage(Resource pod) {
    Amounts asked = PodRequests.of(pod.at("spec"));
    Amounts offered = Amounts.of(node.at("status", "allocatable"));
    List<Resource> others = others(pod);
    if (others.size() + 1 > offered.get("pods")) {
      return Optional.of(new Shortage("pods", 1, others.size(), offered.get("pods")));
    }
    Amounts used = Amounts.NONE;
    for (Resource other : others) {
      used = used.plus(PodRequests.promisedTo(other));
    }
    for (String name : asked.entries().keySet()) {
      // What no node of this kind knows is shared by all of them.
      boolean isCounted = USUAL.contains(name) || offered.entries().containsKey(name);
      if (isCounted
          && asked.get(name) > 0
          && asked.get(name) + used.get(name) > offered.get(name)) {
        return Optional.of(new Shortage(name, asked.get(name), used.get(name), offered.get(name)));
      }
    }
    return Optional.empty();
  }

  private List<Resource> others(Resource pod) {
    String uid = new Pod(pod).uid();
    return pods.stream()
        .filter(other -> !new Pod(other).uid().equals(uid))
        .filter(other -> !new Pod(other).isFinished())
        .toList();
  }
}
