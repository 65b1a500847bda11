package dev.seaworthy.simulate.controller.disruption;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the pods under one budget add up to. */
final class Guard {

  private final Node written;
  private final LabelSelector selector;
  private final Map<String, Counted> pods = new HashMap<>();
  private final Map<String, Controlled> controllers = new LinkedHashMap<>();
  private int healthy;

  /**
   * @param selector the budget's, as written
   */
  Guard(Node selector) {
    this.written = selector;
    this.selector = LabelSelector.of(selector);
  }

  /** A pod as it was counted. */
  private record Counted(boolean isHealthy, Optional<Node> controller) {}

  /** How many of the pods one controller has. */
  private record Controlled(Node reference, int pods) {}

  boolean isOf(Node selector) {
    return written.sameAs(selector);
  }

  boolean covers(Pod pod) {
    return selector.matches(pod.labels());
  }

  /** Counts {@code pod} as it is now, in place of what was counted of it. */
  void count(Pod pod) {
    forget(pod.uid());
    if (covers(pod)) {
      Counted counted = new Counted(isHealthy(pod), pod.resource().controller());
      pods.put(pod.uid(), counted);
      add(counted, 1);
    }
  }

  /** Counts a pod no more. */
  void forget(String uid) {
    Counted former = pods.remove(uid);
    if (former != null) {
      add(former, -1);
    }
  }

  private void add(Counted pod, int sign) {
    healthy += pod.isHealthy() ? sign : 0;
    pod.controller().ifPresent(reference -> add(reference, sign));
  }

  private void add(Node reference, int sign) {
    String uid = reference.get("uid").text();
    Controlled known = controllers.getOrDefault(uid, new Controlled(reference, 0));
    if (known.pods() + sign == 0) {
      controllers.remove(uid);
    } else {
      controllers.put(uid, new Controlled(reference, known.pods() + sign));
    }
  }

  static boolean isHealthy(Pod pod) {
    return pod.isReady() && !pod.isBeingDeleted();
  }

  int pods() {
    return pods.size();
  }

  int healthy() {
    return healthy;
  }

  /** Whether there are pods that no controller would replace. */
  boolean hasUnmanaged() {
    return controllers.values().stream().mapToInt(Controlled::pods).sum() < pods.size();
  }

  /** References to the controllers of the pods. */
  Collection<Node> controllers() {
    return controllers.values().stream().map(Controlled::reference).toList();
  }
}
