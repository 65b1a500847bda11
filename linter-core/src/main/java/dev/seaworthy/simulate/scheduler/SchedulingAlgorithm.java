package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodInfo;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a node for a pod: looks through the nodes, from where it stopped for the pod before, until
 * enough of them are feasible, and takes the one with most points, among equals the one that {@link
 * ScoreHeap} brings up. Where it begins is left to chance: it hangs on what was scheduled before.
 */
final class SchedulingAlgorithm {

  /** More than there are nodes. */
  private static final int MANY = 1 << 20;

  /** In one choice of so many, between what a quiet machine and the busy one of the recordings do. */
  private static final int RARELY = 8;

  private final Snapshot snapshot;
  private final CycleStates states;
  private final Nominations nominations;
  private final Seed seed;
  private final SplittableRandom chance;
  private int nextStartNodeIndex;
  private long nodesLookedAt;

  SchedulingAlgorithm(Snapshot snapshot, CycleStates states, Nominations nominations, Seed seed) {
    this.snapshot = snapshot;
    this.states = states;
    this.nominations = nominations;
    this.seed = seed;
    this.chance = seed.stream("choice among equal nodes");
    this.nextStartNodeIndex = seed.choose(MANY, chance);
  }

  CycleState state(PodInfo pod) {
    return states.of(pod.signature());
  }

  /** The node that {@code pod} should have; null if it fits nowhere. */
  @Nullable
  NodeInfo schedule(PodInfo pod) {
    CycleState state = state(pod);
    if (snapshot.size() == 0
        || state.failureAt(snapshot.generation(), nominations.version()).isPresent()) {
      return null;
    }
    if (state.refusal().isPresent()) {
      return null;
    }
    state.catchUp();
    NodeInfo nominated = nominated(pod);
    if (nominated != null && rejection(pod, state, nominated) == null) {
      return nominated;
    }
    List<NodeInfo> feasible = feasible(pod, state, candidates(state));
    return switch (feasible.size()) {
      case 0 -> null;
      case 1 -> feasible.get(0);
      default -> best(feasible, state.points(feasible));
    };
  }

  private @Nullable NodeInfo nominated(PodInfo pod) {
    Optional<String> name = nominations.nodeOf(pod.uid());
    return name.isPresent() ? snapshot.get(name.get()) : null;
  }

  private List<NodeInfo> candidates(CycleState state) {
    Optional<CycleState.Narrowing> narrowing = state.narrowing();
    if (narrowing.isEmpty()) {
      return snapshot.nodes();
    }
    List<NodeInfo> named = new ArrayList<>();
    for (String name : new TreeSet<>(narrowing.get().nodeNames())) {
      NodeInfo node = snapshot.get(name);
      if (node != null) {
        named.add(node);
      }
    }
    return named;
  }

  private List<NodeInfo> feasible(PodInfo pod, CycleState state, List<NodeInfo> nodes) {
    int wanted = numFeasibleNodesToFind(nodes.size());
    List<NodeInfo> feasible = new ArrayList<>(wanted);
    int looked = 0;
    while (looked < nodes.size() && feasible.size() < wanted) {
      NodeInfo node = nodes.get((nextStartNodeIndex + looked++) % nodes.size());
      if (rejection(pod, state, node) == null) {
        feasible.add(node);
      }
    }
    nodesLookedAt += looked;
    nextStartNodeIndex = (nextStartNodeIndex + looked) % snapshot.size();
    return feasible;
  }

  /**
   * How many feasible nodes are enough: all of a small cluster, of a large one half at first and
   * less the larger it is, but never under 5% nor under 100.
   */
  static int numFeasibleNodesToFind(int nodes) {
    int percentage = Math.max(50 - nodes / 125, 5);
    return Math.min(nodes, Math.max(100, (int) ((long) nodes * percentage / 100)));
  }

  /**
   * The first objection to {@code node}; null if there is none. It must have room beside the pods
   * that are to come there and are as important, and must do as well without them.
   */
  @Nullable
  Rejection rejection(PodInfo pod, CycleState state, NodeInfo node) {
    if (nominations.isEmpty()) {
      return state.rejection(node);
    }
    List<PodInfo> expected = nominations.before(pod, node.name());
    if (expected.isEmpty()) {
      return state.rejection(node);
    }
    expected.forEach(other -> snapshot.add(node, other));
    state.catchUp();
    Rejection beside = state.rejection(node);
    expected.forEach(other -> snapshot.remove(node, other.uid()));
    state.catchUp();
    return beside != null ? beside : state.rejection(node);
  }

  private NodeInfo best(List<NodeInfo> feasible, long[] points) {
    int nodes = points.length;
    int first = isOutOfStep() ? chance.nextInt(nodes) : 0;
    long[] asFound = new long[nodes];
    for (int i = 0; i < nodes; i++) {
      asFound[i] = points[(first + i) % nodes];
    }
    return feasible.get((first + ScoreHeap.first(asFound)) % nodes);
  }

  /** Several threads look at nodes: now and then another one than the first is found first. */
  private boolean isOutOfStep() {
    return !seed.isNone() && chance.nextInt(RARELY) == 0;
  }

  /** Why {@code pod}, which was just found to fit nowhere, does not. */
  Diagnosis diagnose(PodInfo pod) {
    if (snapshot.size() == 0) {
      return Diagnosis.NO_NODES;
    }
    CycleState state = state(pod);
    return state
        .failureAt(snapshot.generation(), nominations.version())
        .orElseGet(() -> diagnose(pod, state));
  }

  private Diagnosis diagnose(PodInfo pod, CycleState state) {
    Diagnosis.Builder found = new Diagnosis.Builder();
    Optional<Rejection> refusal = state.refusal();
    if (refusal.isPresent()) {
      return found.refusedBy(refusal.get()).build(snapshot.size());
    }
    state.narrowing().ifPresent(narrowing -> found.narrowedBy(narrowing.plugin()));
    for (NodeInfo node : candidates(state)) {
      Rejection rejection = rejection(pod, state, node);
      if (rejection != null) {
        found.add(node, rejection);
      }
    }
    return found.build(snapshot.size());
  }

  /** Remembers that nothing fits, for the next pod that looks the same. */
  void remember(PodInfo pod, Diagnosis diagnosis) {
    state(pod)
        .remember(new CycleState.Failure(snapshot.generation(), nominations.version(), diagnosis));
  }

  /** How many nodes were looked at so far, for all pods together. */
  long nodesLookedAt() {
    return nodesLookedAt;
  }
}
