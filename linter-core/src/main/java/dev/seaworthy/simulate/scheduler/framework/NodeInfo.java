package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Amounts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node with the pods on it and what they take, kept up to date pod by pod. Its {@link #generation}
 * grows with every change, so that who remembers something of a node can see whether it still holds.
 */
public final class NodeInfo {

  /** Hears of the pods of a node, one signature at a time. */
  @FunctionalInterface
  public interface SignatureVisitor {

    /**
     * There are such pods.
     *
     * @param pods how many pods of the signature there are
     * @param alive how many of them are not being deleted
     */
    void visit(PodSignature signature, int pods, int alive);
  }

  private static final class Count {
    private int pods;
    private int alive;
  }

  private final int slot;
  private final String name;
  private Resource node;
  private Map<String, String> labels = Map.of();
  private List<Node> taints = List.of();
  private boolean unschedulable;
  private ResourceVector allocatable = new ResourceVector();
  private final ResourceVector requested = new ResourceVector();
  private final ResourceVector requestedForScores = new ResourceVector();
  private final Map<String, PodInfo> pods = new LinkedHashMap<>();
  private final Map<PodSignature, Count> counts = new LinkedHashMap<>();

  // Kept by RecentChanges.
  long generation;

  @Nullable
  NodeInfo newer;

  @Nullable
  NodeInfo older;

  NodeInfo(int slot, Resource node) {
    this.slot = slot;
    this.name = node.name();
    this.node = node;
    update(node);
  }

  void update(Resource changed) {
    node = changed;
    labels = Map.copyOf(changed.labels());
    taints = changed.at("spec", "taints").items();
    unschedulable = changed.at("spec", "unschedulable").isTrue();
    allocatable = ResourceVector.of(Amounts.of(changed.at("status", "allocatable")));
  }

  void add(PodInfo pod) {
    pods.put(pod.uid(), pod);
    count(pod, 1);
  }

  @Nullable
  PodInfo remove(String uid) {
    PodInfo pod = pods.remove(uid);
    if (pod != null) {
      count(pod, -1);
    }
    return pod;
  }

  /** Notes a newer state of a pod that takes and asks for the same as before. */
  void refresh(PodInfo pod) {
    pods.replace(pod.uid(), pod);
  }

  private void count(PodInfo pod, int sign) {
    PodSignature signature = pod.signature();
    requested.add(signature.requests(), sign);
    requestedForScores.add(signature.requestsForScores(), sign);
    Count count = counts.computeIfAbsent(signature, unknown -> new Count());
    count.pods += sign;
    count.alive += pod.terminating() ? 0 : sign;
    if (count.pods == 0) {
      counts.remove(signature);
    }
  }

  @Nullable
  PodInfo pod(String uid) {
    return pods.get(uid);
  }

  /** A small number that no other node has, to keep things about nodes in arrays. */
  public int slot() {
    return slot;
  }

  /** When it last changed: greater than that of every change before. */
  public long generation() {
    return generation;
  }

  public String name() {
    return name;
  }

  public Resource resource() {
    return node;
  }

  public Map<String, String> labels() {
    return labels;
  }

  public List<Node> taints() {
    return taints;
  }

  public boolean isUnschedulable() {
    return unschedulable;
  }

  public ResourceVector allocatable() {
    return allocatable;
  }

  public ResourceVector requested() {
    return requested;
  }

  /** What is requested, with a little for containers that request nothing. */
  public ResourceVector requestedForScores() {
    return requestedForScores;
  }

  /** The pods that are bound here and have not ended. */
  public Collection<PodInfo> pods() {
    return pods.values();
  }

  /** Tells of the pods by signature; costs what there are of those. */
  public void visitSignatures(SignatureVisitor visitor) {
    counts.forEach((signature, count) -> visitor.visit(signature, count.pods, count.alive));
  }

  /**
   * Tells of the pods by signature, of those {@code among} which there may be some at least; costs
   * what there are of either.
   */
  public void visitSignatures(Collection<PodSignature> among, SignatureVisitor visitor) {
    if (among.size() >= counts.size()) {
      visitSignatures(visitor);
      return;
    }
    for (PodSignature signature : among) {
      Count count = counts.get(signature);
      if (count != null) {
        visitor.visit(signature, count.pods, count.alive);
      }
    }
  }
}
