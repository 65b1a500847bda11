package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The signatures that were met so far, one instance each. */
public final class PodSignatures {

  private static final List<String> OF_SPEC = List.of(
      "affinity",
      "hostNetwork",
      "nodeSelector",
      "overhead",
      "preemptionPolicy",
      "priority",
      "resources",
      "tolerations",
      "topologySpreadConstraints");

  private static final List<String> OF_CONTAINER = List.of("ports", "resources", "restartPolicy");

  private final Map<List<Object>, PodSignature> known = new HashMap<>();

  /** The signature of a pod that looks for a node. */
  public PodSignature of(Resource pod) {
    List<Object> fragments = fragments(pod);
    fragments.add(pod.at("spec", "nodeName").text());
    return known.computeIfAbsent(fragments, unknown -> new PodSignature(pod));
  }

  /** The signature of a pod that has a node: which one makes no difference to others. */
  PodSignature ofAssigned(Resource pod) {
    List<Object> fragments = fragments(pod);
    fragments.add("");
    return known.computeIfAbsent(
        fragments, unknown -> new PodSignature(pod.without("spec", "nodeName")));
  }

  private static List<Object> fragments(Resource pod) {
    List<Object> fragments = new ArrayList<>();
    Node metadata = pod.at("metadata");
    fragments.add(metadata.get("namespace").text());
    fragments.add(metadata.get("labels"));
    pod.controller().ifPresent(owner -> {
      fragments.add(owner.get("kind").text());
      fragments.add(owner.get("name").text());
    });
    Node spec = pod.at("spec");
    OF_SPEC.forEach(field -> fragments.add(spec.get(field)));
    addContainers(spec.get("containers"), fragments);
    addContainers(spec.get("initContainers"), fragments);
    return fragments;
  }

  private static void addContainers(Node containers, List<Object> fragments) {
    fragments.add(containers.size());
    for (Node container : containers.items()) {
      OF_CONTAINER.forEach(field -> fragments.add(container.get(field)));
    }
  }

  /** Whether a pod keeps its signature from one state to the next, as it does in most updates. */
  static boolean isKept(Resource before, Resource after) {
    return before.at("spec") == after.at("spec")
        && before.at("metadata", "labels") == after.at("metadata", "labels");
  }
}
