package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.scheduler.framework.PodInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pods for which room is being made, by the node on which that is. */
final class Nominations {

  private final Map<String, String> nodes = new HashMap<>();
  private final Map<String, Map<String, PodInfo>> pods = new HashMap<>();
  private long version;

  /** {@code pod} is to have {@code node}. */
  void add(PodInfo pod, String node) {
    remove(pod.uid());
    nodes.put(pod.uid(), node);
    pods.computeIfAbsent(node, unknown -> new LinkedHashMap<>()).put(pod.uid(), pod);
    version++;
  }

  /** The pod of this UID waits for no node any more; says whether it did. */
  boolean remove(String uid) {
    String node = nodes.remove(uid);
    Map<String, PodInfo> waiting = node == null ? null : pods.get(node);
    if (node == null || waiting == null) {
      return false;
    }
    waiting.remove(uid);
    if (waiting.isEmpty()) {
      pods.remove(node);
    }
    version++;
    return true;
  }

  boolean isEmpty() {
    return nodes.isEmpty();
  }

  Optional<String> nodeOf(String uid) {
    return Optional.ofNullable(nodes.get(uid));
  }

  /** The others that are to have {@code node} and are at least as important as {@code pod}. */
  List<PodInfo> before(PodInfo pod, String node) {
    Map<String, PodInfo> waiting = pods.get(node);
    if (waiting == null) {
      return List.of();
    }
    return waiting.values().stream()
        .filter(other -> !other.uid().equals(pod.uid()) && other.priority() >= pod.priority())
        .toList();
  }

  /** Those that are to have {@code node} and are less important than {@code pod}. */
  List<PodInfo> behind(PodInfo pod, String node) {
    return new ArrayList<>(pods.getOrDefault(node, Map.of()).values())
        .stream().filter(other -> other.priority() < pod.priority()).toList();
  }

  /** Changes with every nomination. */
  long version() {
    return version;
  }
}
