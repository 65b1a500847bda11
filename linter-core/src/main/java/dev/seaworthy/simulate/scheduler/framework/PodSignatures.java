package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.PodClaims;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.object.ResizedPod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  private final Map<List<Object>, PodSignature> known = new LinkedHashMap<>();

  /** The pod that was asked about last, with its signature: the next one is often its twin. */
  private @Nullable Resource last;

  private @Nullable PodSignature ofLast;

  /** The signature of a pod that looks for a node. */
  public PodSignature of(Resource pod) {
    if (last == null || ofLast == null || !areTwins(last, pod)) {
      List<Object> fragments = fragments(pod);
      fragments.add(pod.at("spec", "nodeName").text());
      ofLast = known.computeIfAbsent(fragments, unknown -> new PodSignature(pod));
      last = pod;
    }
    return ofLast;
  }

  /** Whether two pods were made by one controller of one template. */
  private static boolean areTwins(Resource one, Resource other) {
    Node metadata = one.root().get("metadata");
    Node otherMetadata = other.root().get("metadata");
    return one.root().get("spec") == other.root().get("spec")
        && metadata.get("labels") == otherMetadata.get("labels")
        && one.namespace().equals(other.namespace())
        && haveSameVolumes(one, other)
        && Meta.controllerUid(one).equals(Meta.controllerUid(other));
  }

  /** A claim that is made for a pod is named after it, so that twins have different ones. */
  private static boolean haveSameVolumes(Resource one, Resource other) {
    return PodClaims.uses(one).equals(PodClaims.uses(other));
  }

  /** All signatures that were met so far. */
  Collection<PodSignature> all() {
    return known.values();
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
    fragments.add(PodClaims.uses(pod));
    fragments.add(DiskVolume.of(spec));
    addContainers(spec.get("containers"), fragments);
    addContainers(spec.get("initContainers"), fragments);
    if (ResizedPod.mayBe(pod)) {
      fragments.add(PodRequests.of(pod).entries());
    }
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
    return !ResizedPod.mayBe(after)
        && before.root().get("metadata").get("labels")
            == after.root().get("metadata").get("labels")
        && isKept(before.root().get("spec"), after.root().get("spec"));
  }

  private static boolean isKept(Node before, Node after) {
    if (before == after) {
      return true;
    }
    for (String field : OF_SPEC) {
      if (before.get(field) != after.get(field)) {
        return false;
      }
    }
    return before.get("containers") == after.get("containers")
        && before.get("initContainers") == after.get("initContainers");
  }
}
