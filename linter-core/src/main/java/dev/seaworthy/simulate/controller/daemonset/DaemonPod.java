package dev.seaworthy.simulate.controller.daemonset;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.controller.PodControl;
import dev.seaworthy.simulate.controller.history.ControllerRevision;
import dev.seaworthy.simulate.object.DaemonSet;
import dev.seaworthy.simulate.object.NodeAffinityTerms;
import dev.seaworthy.simulate.object.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pods of a set: each meant for one node by its name, and not put off by what a node suffers from. */
final class DaemonPod {

  static final String TEMPLATE_GENERATION = "pod-template-generation";

  private static final String NO_EXECUTE = "NoExecute";
  private static final String NO_SCHEDULE = "NoSchedule";

  private static final List<Mapping> TOLERATED = List.of(
      tolerated("not-ready", NO_EXECUTE),
      tolerated("unreachable", NO_EXECUTE),
      tolerated("disk-pressure", NO_SCHEDULE),
      tolerated("memory-pressure", NO_SCHEDULE),
      tolerated("pid-pressure", NO_SCHEDULE),
      tolerated("unschedulable", NO_SCHEDULE));

  private static final Mapping NO_NETWORK = tolerated("network-unavailable", NO_SCHEDULE);

  private DaemonPod() {}

  private static Mapping tolerated(String taint, String effect) {
    return Mapping.of(
        "key", Scalar.of("node.kubernetes.io/" + taint),
        "operator", Scalar.of("Exists"),
        "effect", Scalar.of(effect));
  }

  /** The pod of the present template for {@code node}, as it is to be made. */
  static Resource of(DaemonSet set, String hash, String node) {
    Resource pod = PodControl.podOf(set.resource())
        .withAt(Scalar.of(hash), "metadata", "labels", ControllerRevision.HASH);
    if (!set.templateGeneration().isEmpty()) {
      pod = pod.withAt(
          Scalar.of(set.templateGeneration()), "metadata", "labels", TEMPLATE_GENERATION);
    }
    return pod.with("spec.tolerations", Sequence.of(tolerations(pod.at("spec"))))
        .withAt(
            onlyOn(node),
            "spec",
            "affinity",
            "nodeAffinity",
            "requiredDuringSchedulingIgnoredDuringExecution");
  }

  /** What its controller has already looked at, the template's required terms, is not asked again. */
  private static Mapping onlyOn(String node) {
    Mapping name = Mapping.of(
        "key", Scalar.of("metadata.name"),
        "operator", Scalar.of("In"),
        "values", Sequence.ofStrings(List.of(node)));
    Mapping term = Mapping.of("matchFields", Sequence.of(List.of(name)));
    return Mapping.of("nodeSelectorTerms", Sequence.of(List.of(term)));
  }

  /** The tolerations of a template of this pod spec, and those that every daemon has. */
  static List<Node> tolerations(Node podSpec) {
    List<Node> all = new ArrayList<>(podSpec.get("tolerations").items());
    TOLERATED.forEach(toleration -> add(toleration, all));
    if (podSpec.get("hostNetwork").isTrue()) {
      add(NO_NETWORK, all);
    }
    return all;
  }

  private static void add(Mapping toleration, List<Node> all) {
    for (int i = 0; i < all.size(); i++) {
      if (isAlike(all.get(i), toleration)) {
        all.set(i, toleration);
        return;
      }
    }
    all.add(toleration);
  }

  /** Whether two tolerations are the same but for how long they last. */
  private static boolean isAlike(Node toleration, Mapping other) {
    return toleration instanceof Mapping mapping
        && mapping.without("tolerationSeconds").sameAs(other);
  }

  /** The node that a pod is on or meant for. */
  static Optional<String> target(Pod pod) {
    return pod.nodeName()
        .or(() -> NodeAffinityTerms.of(pod.resource().at("spec"))
            .names()
            .filter(names -> names.size() == 1)
            .map(names -> names.iterator().next()));
  }
}
