package dev.seaworthy.simulate.scheduler.plugin.interpodaffinity;

import dev.seaworthy.simulate.scheduler.framework.DomainCounts;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Amounts by domain, of any number of topologies, to which each pod of the cluster adds what its
 * signature says. After a change only the nodes that changed are counted again, and a signature is
 * asked once.
 */
final class NodeCounts {

  /** What one pod adds to the domain of its node in one topology. */
  record Share(String topologyKey, long amount) {}

  private final Snapshot snapshot;
  private final Function<PodSignature, List<Share>> shares;
  private final Map<PodSignature, List<Share>> known = new IdentityHashMap<>();
  private final Map<String, DomainCounts> byKey = new HashMap<>();
  private final List<DomainCounts> counts = new ArrayList<>();
  private long generation;
  private long epoch;

  /**
   * @param shares what one pod of a signature adds
   */
  NodeCounts(Snapshot snapshot, Function<PodSignature, List<Share>> shares) {
    this.snapshot = snapshot;
    this.shares = shares;
    this.epoch = snapshot.epoch();
  }

  void catchUp() {
    if (epoch != snapshot.epoch()) {
      epoch = snapshot.epoch();
      generation = 0;
      counts.forEach(DomainCounts::clear);
    }
    int topologies = counts.size();
    snapshot.changedSince(generation, this::count);
    if (counts.size() > topologies) {
      // Of a topology that is new here the places of all nodes must be known.
      snapshot.changedSince(0, this::count);
    }
    generation = snapshot.generation();
  }

  private void count(NodeInfo node) {
    Map<String, Long> amounts = new HashMap<>();
    node.visitSignatures((signature, pods, alive) -> {
      for (Share share : known.computeIfAbsent(signature, shares)) {
        amounts.merge(share.topologyKey(), share.amount() * pods, Long::sum);
      }
    });
    amounts.keySet().forEach(this::ofKey);
    for (DomainCounts each : counts) {
      each.set(node, true, amounts.getOrDefault(each.topologyKey(), 0L));
    }
  }

  private DomainCounts ofKey(String key) {
    return byKey.computeIfAbsent(key, unknown -> {
      DomainCounts made = new DomainCounts(key);
      counts.add(made);
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
    return counts.stream().allMatch(DomainCounts::isZero);
  }
}
