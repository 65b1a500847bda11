package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * DaemonSets that no node is right for: they want no pod at all, so that neither a pod nor a
 * condition tells of it.
 */
final class IdleDaemonSets implements ProblemFinder {

  private static final String WINDOWS = "windows";

  /** Cordoned nodes do not keep daemons away. */
  private static final Mapping ANY_CORDON = Mapping.of(
      "key", Scalar.of("node.kubernetes.io/unschedulable"), "operator", Scalar.of("Exists"));

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    if (scene.view().list(Kinds.NODE).isEmpty()) {
      return found;
    }
    for (Resource set : scene.view().list(Kinds.DAEMON_SET)) {
      boolean isLookedAt = set.at("status", "observedGeneration").isPresent();
      if (isLookedAt && WorkloadState.of(set).desired() == 0) {
        found.add(tell(set, scene));
      }
    }
    return found;
  }

  private static Diagnostic tell(Resource set, Scene scene) {
    Origin origin = scene.origins().of(set);
    WhyPending why = new WhyPending(scene.cluster(), probe(set));
    String words = why.ofNodes();
    Diagnostic diagnostic = origin.tell(
        OutcomeCodes.UNSCHEDULABLE,
        isForWindows(set) ? Severity.INFO : Severity.ERROR,
        "DaemonSet " + set.name() + " runs on no node" + (words.isEmpty() ? "" : ": " + words),
        field(origin),
        "");
    return diagnostic.withRemedy(why.remedy()
        .orElse("have nodes with the labels that it selects; --nodes FILE brings them"));
  }

  /** Many bring one along for the Windows nodes that a cluster may have. */
  private static boolean isForWindows(Resource set) {
    Node spec = set.at("spec", "template", "spec");
    return spec.at("os", "name").text().equals(WINDOWS)
        || spec.get("nodeSelector").entries().stream()
            .anyMatch(label ->
                label.key().endsWith("kubernetes.io/os") && label.value().text().equals(WINDOWS));
  }

  /** A pod of it as nodes see it: which of them suits does not depend on what is free there. */
  private static Resource probe(Resource set) {
    Node spec = set.at("spec", "template", "spec");
    List<Node> tolerations = new ArrayList<>(spec.get("tolerations").items());
    tolerations.add(ANY_CORDON);
    List<Node> containers = spec.get("containers").items().stream()
        .map(container -> (Node) Mapping.of("name", container.get("name")))
        .toList();
    return new Resource(Mapping.of(Map.of(
            "apiVersion", Scalar.of("v1"),
            "kind", Scalar.of("Pod"),
            "metadata", Mapping.of("name", Scalar.of(set.name())),
            "spec", spec)))
        .with("metadata.namespace", Scalar.of(set.namespace()))
        .with("spec.tolerations", Sequence.of(tolerations))
        .with("spec.containers", Sequence.of(containers));
  }

  private static FieldPath field(Origin origin) {
    for (String field : List.of("nodeSelector", "affinity", "nodeName")) {
      FieldPath path = origin.podSpec().child(field);
      if (origin.at(path).isPresent()) {
        return path;
      }
    }
    return origin.podSpec();
  }
}
