package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.Map;

/**
 * What the admission plugins that are on by default fill into a pod, as far as it takes no other
 * object: the priority of the built-in classes, and tolerations of nodes that fail for a while.
 */
final class PodAdmission {

  private static final Map<String, Long> PRIORITIES = Map.of(
      "", 0L,
      "system-cluster-critical", 2_000_000_000L,
      "system-node-critical", 2_000_001_000L);

  private static final long SECONDS_TO_STAY = 300;

  private PodAdmission() {}

  static Mapping ofCreate(Mapping spec) {
    Mapping admitted = spec;
    Long priority = PRIORITIES.get(spec.get("priorityClassName").text());
    if (priority != null && spec.get("priority").isAbsent()) {
      admitted = admitted.with("priority", Scalar.of(priority));
    }
    if (priority != null && spec.get("preemptionPolicy").isAbsent()) {
      admitted = admitted.with("preemptionPolicy", Scalar.of("PreemptLowerPriority"));
    }
    return withTolerations(admitted);
  }

  /** A client that sends its own manifest again knows nothing of what was filled in. */
  static Mapping ofUpdate(Mapping spec, Node before) {
    Mapping admitted = spec;
    for (String field : new String[] {"priority", "preemptionPolicy"}) {
      if (admitted.get(field).isAbsent() && before.get(field).isPresent()) {
        admitted = admitted.with(field, before.get(field));
      }
    }
    return withTolerations(admitted);
  }

  private static Mapping withTolerations(Mapping spec) {
    return withToleration(
        withToleration(spec, "node.kubernetes.io/not-ready"), "node.kubernetes.io/unreachable");
  }

  private static Mapping withToleration(Mapping spec, String taint) {
    Node given = spec.get("tolerations");
    if (given.items().stream().anyMatch(toleration -> tolerates(toleration, taint))) {
      return spec;
    }
    Mapping toleration = Mapping.of(
        "key", Scalar.of(taint),
        "operator", Scalar.of("Exists"),
        "effect", Scalar.of("NoExecute"),
        "tolerationSeconds", Scalar.of(SECONDS_TO_STAY));
    Sequence tolerations = given instanceof Sequence list ? list : Sequence.EMPTY;
    return spec.with("tolerations", tolerations.plus(toleration));
  }

  private static boolean tolerates(Node toleration, String taint) {
    String key = toleration.get("key").text();
    String effect = toleration.get("effect").text();
    return (key.isEmpty() || key.equals(taint)) && (effect.isEmpty() || effect.equals("NoExecute"));
  }
}
