package dev.seaworthy.simulate.controller.nodelifecycle;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The taints of a node, set and taken away one by one. */
final class Taints {

  static final String NO_SCHEDULE = "NoSchedule";
  static final String NO_EXECUTE = "NoExecute";
  static final String UNREACHABLE = "node.kubernetes.io/unreachable";
  static final String UNSCHEDULABLE = "node.kubernetes.io/unschedulable";
  static final String OUT_OF_SERVICE = "node.kubernetes.io/out-of-service";

  private Taints() {}

  static boolean has(Resource node, String key, String effect) {
    return all(node).stream().anyMatch(taint -> is(taint, key, effect));
  }

  static boolean has(Resource node, String key) {
    return all(node).stream().anyMatch(taint -> taint.get("key").text().equals(key));
  }

  /** The taints that drive pods away. */
  static List<Node> evicting(Resource node) {
    if (all(node).isEmpty()) {
      return List.of();
    }
    return all(node).stream()
        .filter(taint -> taint.get("effect").text().equals(NO_EXECUTE))
        .toList();
  }

  private static List<Node> all(Resource node) {
    return node.at("spec", "taints").items();
  }

  private static boolean is(Node taint, String key, String effect) {
    return taint.get("key").text().equals(key) && taint.get("effect").text().equals(effect);
  }

  /** {@code node} with or without one taint. */
  static Resource set(Resource node, String key, String effect, boolean wanted) {
    if (has(node, key, effect) == wanted) {
      return node;
    }
    List<Node> taints = new ArrayList<>(all(node));
    taints.removeIf(taint -> is(taint, key, effect));
    if (wanted) {
      taints.add(Mapping.of("key", Scalar.of(key), "effect", Scalar.of(effect)));
    }
    return taints.isEmpty()
        ? node.without("spec", "taints")
        : node.with("spec.taints", Sequence.of(taints));
  }
}
