package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.PodRequests;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A node with the pods on it and what they take, kept up to date pod by pod. */
public final class NodeView {

  private Resource node;
  private Amounts allocatable = Amounts.NONE;
  private Amounts requested = Amounts.NONE;
  private Amounts requestedForScores = Amounts.NONE;
  private final Map<String, Pod> pods = new LinkedHashMap<>();
  private final Map<String, Pod> choosy = new LinkedHashMap<>();

  NodeView(Resource node) {
    this.node = node;
    update(node);
  }

  void update(Resource changed) {
    node = changed;
    allocatable = Amounts.of(changed.at("status", "allocatable"));
  }

  void add(Pod pod) {
    remove(pod.uid());
    pods.put(pod.uid(), pod);
    if (pod.resource().at("spec", "affinity").isPresent()) {
      choosy.put(pod.uid(), pod);
    }
    requested = requested.plus(PodRequests.of(pod.resource().at("spec")));
    requestedForScores =
        requestedForScores.plus(PodRequests.forScores(pod.resource().at("spec")));
  }

  void remove(String uid) {
    choosy.remove(uid);
    Pod pod = pods.remove(uid);
    if (pod != null) {
      requested = requested.minus(PodRequests.of(pod.resource().at("spec")));
      requestedForScores =
          requestedForScores.minus(PodRequests.forScores(pod.resource().at("spec")));
    }
  }

  /** This node as it would be without some of its pods. */
  NodeView without(Collection<Pod> leaving) {
    NodeView copy = new NodeView(node);
    pods.values().stream().filter(pod -> !leaving.contains(pod)).forEach(copy::add);
    return copy;
  }

  /** This node as it would be with one pod more. */
  NodeView with(Pod joining) {
    NodeView copy = without(List.of());
    copy.add(joining);
    return copy;
  }

  public String name() {
    return node.name();
  }

  public Map<String, String> labels() {
    return node.labels();
  }

  public List<Node> taints() {
    return node.at("spec", "taints").items();
  }

  public boolean isUnschedulable() {
    return node.at("spec", "unschedulable").isTrue();
  }

  public Amounts allocatable() {
    return allocatable;
  }

  public Amounts requested() {
    return requested;
  }

  /** What is requested, with a little for containers that request nothing. */
  public Amounts requestedForScores() {
    return requestedForScores;
  }

  /** The pods that are bound here and have not ended. */
  public Collection<Pod> pods() {
    return pods.values();
  }

  /** Those of them that say something about which pods they want near. */
  public Collection<Pod> choosyPods() {
    return choosy.values();
  }
}
