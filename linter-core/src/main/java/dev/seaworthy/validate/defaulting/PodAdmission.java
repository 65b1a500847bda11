package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.Errors;
import dev.seaworthy.validate.Request;
import dev.seaworthy.validate.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the admission plugins that every server runs add to a pod: how long it puts up with a node
 * that is not there (DefaultTolerationSeconds), and the number behind its priority class
 * (Priority). Classes of the user's own are not known here, and their numbers left open.
 */
final class PodAdmission implements KindPreparation {

  private static final long TOLERATION_SECONDS = 300;
  private static final String PREEMPTS = "PreemptLowerPriority";
  private static final List<String> TOLERATED =
      List.of("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable");

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Pod");
  }

  @Override
  public Mapping prepare(Value pod, Request request, Errors errors) {
    Mapping object = (Mapping) pod.node();
    if (!(object.get("spec") instanceof Mapping spec)) {
      return object;
    }
    Node old = pod.previous().get("spec");
    Mapping prioritised = request.isUpdate() ? keptPriority(spec, old) : withPriority(spec);
    return object.with("spec", withTolerations(prioritised));
  }

  private static Mapping withPriority(Mapping spec) {
    Optional<Long> priority = priority(spec.get("priorityClassName").text());
    if (priority.isEmpty()) {
      return spec;
    }
    Mapping with =
        spec.get("priority").isPresent() ? spec : spec.with("priority", Scalar.of(priority.get()));
    return with.get("preemptionPolicy").isPresent()
        ? with
        : with.with("preemptionPolicy", Scalar.of(PREEMPTS));
  }

  private static Optional<Long> priority(String className) {
    return switch (className) {
      case "" -> Optional.of(0L);
      case "system-cluster-critical" -> Optional.of(2_000_000_000L);
      case "system-node-critical" -> Optional.of(2_000_001_000L);
      default -> Optional.empty();
    };
  }

  private static Mapping keptPriority(Mapping spec, Node old) {
    Mapping kept = spec;
    for (String field : List.of("priority", "preemptionPolicy")) {
      if (kept.get(field).isAbsent() && old.get(field).isPresent()) {
        kept = kept.with(field, old.get(field));
      }
    }
    return kept;
  }

  private static Mapping withTolerations(Mapping spec) {
    List<Node> tolerations = new ArrayList<>(spec.get("tolerations").items());
    int given = tolerations.size();
    List<Node> written = List.copyOf(tolerations);
    for (String taint : TOLERATED) {
      if (written.stream().noneMatch(toleration -> tolerates(toleration, taint))) {
        tolerations.add(toleration(taint));
      }
    }
    return tolerations.size() == given ? spec : spec.with("tolerations", Sequence.of(tolerations));
  }

  private static boolean tolerates(Node toleration, String taint) {
    String key = toleration.get("key").text();
    String effect = toleration.get("effect").text();
    return (key.equals(taint) || key.isEmpty()) && (effect.equals("NoExecute") || effect.isEmpty());
  }

  private static Mapping toleration(String taint) {
    return Mapping.of(
        "key",
        Scalar.of(taint),
        "operator",
        Scalar.of("Exists"),
        "effect",
        Scalar.of("NoExecute"),
        "tolerationSeconds",
        Scalar.of(TOLERATION_SECONDS));
  }
}
