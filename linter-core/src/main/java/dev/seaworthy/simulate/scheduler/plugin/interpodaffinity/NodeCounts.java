package dev.seaworthy.simulate.scheduler.plugin.interpodaffinity;

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
import java.util.function.Function;

/**
 * Amounts by domain, of any number of topologies, to which each pod of the cluster adds what its
 * signature says, kept from changes. A signature is asked once.
 */
final class NodeCounts implements NodeCounter {

  /** What one pod adds to the domain of its node in one topology. */
  record Share(String topologyKey, long amount) {}

  private final Snapshot snapshot;
  private final Function<PodSignature, List<Share>> shares;
  private final Map<PodSignature, List<Share>> known = new HashMap<>();
  private final Map<String, DomainCounts> byKey = new HashMap<>();
  private final List<DomainCounts> counts = new ArrayList<>();
  private long generation;
  private boolean knowsAllPlaces = true;

  /**
   * @param shares what one pod of a signature adds
   */
  NodeCounts(Snapshot snapshot, Function<PodSignature, List<Share>> shares) {
    this.snapshot = snapshot;
    this.shares = shares;
  }

  void catchUp() {
    generation = snapshot.catchUp(this, generation);
    if (!knowsAllPlaces) {
      // Of a topology that is new here the places of all nodes must be known.
      knowsAllPlaces = true;
      snapshot.recount(this);
    }
  }

  @Override
  public void clear() {
    counts.forEach(DomainCounts::clear);
  }

  @Override
  public boolean isConcernedWith(PodSignature signature) {
    return !known.computeIfAbsent(signature, shares).isEmpty();
  }

  @Override
  public void count(NodeInfo node, Collection<PodSignature> concerned) {
    if (concerned.isEmpty() && counts.isEmpty()) {
      return;
    }
    Map<String, Long> amounts = new HashMap<>();
    node.visitSignatures(concerned, (signature, pods, alive) -> {
      for (Share share : known.computeIfAbsent(signature, shares)) {
        amounts.merge(share.topologyKey(), share.amount() * pods, Long::sum);
      }
    });
    amounts.keySet().forEach(this::ofKey);
    for (DomainCounts each : counts) {
      each.set(node, true, amounts.getOrDefault(each.topologyKey(), 0L));
    }
  }

  @Override
  public void change(NodeInfo node, PodSignature signature, int pods, int alive) {
    for (Share share : known.computeIfAbsent(signature, shares)) {
      ofKey(share.topologyKey()).add(node, share.amount() * pods);
    }
  }

  private DomainCounts ofKey(String key) {
    return byKey.computeIfAbsent(key, unknown -> {
      DomainCounts made = new DomainCounts(key);
      counts.add(made);
      knowsAllPlaces = false;
      return made;
    });
  }

  /** What the domain of {@code node} has in one topology. */
  long at(NodeInfo node, String topologyKey) {
    DomainCounts known = byKey.get(topologyKey);
    return known == null ? 0 : known.at(node);
  }

  /** Whether any domain of {@code node} has something. */
  boolean isAnyAt(NodeInfo node) {
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i).at(node) > 0) {
        return true;
      }
    }
    return false;
  }

  /** What all domains of {@code node} have together. */
  long sumAt(NodeInfo node) {
    long sum = 0;
    for (int i = 0; i < counts.size(); i++) {
      sum += counts.get(i).at(node);
    }
    return sum;
  }

  /** Whether there is nothing in any domain. */
  boolean isZero() {
    for (DomainCounts each : counts) {
      if (!each.isZero()) {
        return false;
      }
    }
    return true;
  }
}
