package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.HostPort;
import dev.seaworthy.simulate.object.NodeAffinityTerms;
import dev.seaworthy.simulate.object.Pod;
import java.util.List;
import java.util.Optional;

/**
 * Whether a node takes a pod that no scheduler has sent there, because it names the node itself.
 * Mirrors the kubelet's admission, in its words; whom a taint drives away is deleted anyway.
 *
 * @param pods those that it has taken
 */
record NodeAdmission(Resource node, List<Resource> pods) {

  /** Why it does not. */
  record Rejection(String reason, String message) {

    private static Rejection of(String predicate, String why) {
      return new Rejection(predicate, "Predicate %s failed: %s".formatted(predicate, why));
    }
  }

  Optional<Rejection> of(Resource pod) {
    return new NodeRoom(node, pods)
        .shortage(pod)
        .map(shortage -> new Rejection("OutOf" + shortage.resource(), shortage.message()))
        .or(() -> affinity(pod))
        .or(() -> ports(pod));
  }

  private Optional<Rejection> affinity(Resource pod) {
    return NodeAffinityTerms.of(pod.at("spec")).allows(node.name(), node.labels())
        ? Optional.empty()
        : Optional.of(
            Rejection.of("NodeAffinity", "node(s) didn't match Pod's node affinity/selector"));
  }

  private Optional<Rejection> ports(Resource pod) {
    List<HostPort> wanted = HostPort.of(pod.at("spec"));
    boolean isTaken = pods.stream()
        .filter(other -> !new Pod(other).isFinished())
        .flatMap(other -> HostPort.of(other.at("spec")).stream())
        .anyMatch(taken -> wanted.stream().anyMatch(taken::clashes));
    return isTaken
        ? Optional.of(
            Rejection.of("NodePorts", "node(s) didn't have free ports for the requested pod ports"))
        : Optional.empty();
  }
}
