package dev.seaworthy.simulate.scheduler.plugin.podtopologyspread;

import dev.seaworthy.simulate.scheduler.framework.DomainCounts;
import dev.seaworthy.simulate.scheduler.framework.NodeCounter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many pods each constraint of one signature counts, node by node and domain by domain, kept
 * from changes. A selector is asked about a signature once.
 */
final class SpreadCounts implements NodeCounter {

  private final PodSignature pod;
  private final Snapshot snapshot;
  private final boolean allKeysNeeded;
  private final List<Counted> counted = new ArrayList<>();
  private long generation;

  /** One constraint, with what it counts. */
  static final class Counted {
    private final SpreadConstraint constraint;
    private final DomainCounts domains;
    private final Map<PodSignature, Boolean> counts = new HashMap<>();

    private Counted(SpreadConstraint constraint) {
      this.constraint = constraint;
      this.domains = new DomainCounts(constraint.key());
    }

    SpreadConstraint constraint() {
      return constraint;
    }

    DomainCounts domains() {
      return domains;
    }

    boolean counts(PodSignature other) {
      return counts.computeIfAbsent(other, unknown -> constraint.counts(unknown.labels()));
    }

    private long countOn(NodeInfo node, Collection<PodSignature> concerned, String namespace) {
      long[] count = new long[1];
      node.visitSignatures(concerned, (other, pods, alive) -> {
        if (alive > 0 && other.namespace().equals(namespace) && counts(other)) {
          count[0] += alive;
        }
      });
      return count[0];
    }
  }

  /**
   * @param allKeysNeeded whether the pods of a node count only if it has the label of every
   *     constraint
   */
  SpreadCounts(
      List<SpreadConstraint> constraints,
      PodSignature pod,
      Snapshot snapshot,
      boolean allKeysNeeded) {
    this.pod = pod;
    this.snapshot = snapshot;
    this.allKeysNeeded = allKeysNeeded;
    constraints.forEach(constraint -> counted.add(new Counted(constraint)));
  }

  List<Counted> constraints() {
    return counted;
  }

  void catchUp() {
    generation = snapshot.catchUp(this, generation);
  }

  @Override
  public void clear() {
    counted.forEach(each -> each.domains.clear());
  }

  @Override
  public boolean isConcernedWith(PodSignature signature) {
    if (signature.namespace().equals(pod.namespace())) {
      for (Counted each : counted) {
        if (each.counts(signature)) {
          return true;
        }
      }
    }
    return false;
  }

  @Override
  public void count(NodeInfo node, Collection<PodSignature> concerned) {
    boolean inside = !allKeysNeeded || hasAllKeys(node);
    for (Counted each : counted) {
      each.domains.set(
          node,
          inside && each.constraint.includes(node, pod),
          each.countOn(node, concerned, pod.namespace()));
    }
  }

  @Override
  public void change(NodeInfo node, PodSignature signature, int pods, int alive) {
    if (alive != 0 && signature.namespace().equals(pod.namespace())) {
      for (Counted each : counted) {
        if (each.counts(signature)) {
          each.domains.add(node, alive);
        }
      }
    }
  }

  /** Whether the node has the label of every constraint. */
  boolean hasAllKeys(NodeInfo node) {
    for (Counted each : counted) {
      if (!node.labels().containsKey(each.constraint.key())) {
        return false;
      }
    }
    return true;
  }
}
