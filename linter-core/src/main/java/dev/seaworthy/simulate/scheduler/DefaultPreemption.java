package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodInfo;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import dev.seaworthy.simulate.scheduler.framework.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Finds where room can be made for an important pod, and which less important pods have to leave
 * there. Tries on the snapshot what would be, and leaves it as it was.
 */
final class DefaultPreemption {

  private static final int MIN_CANDIDATE_NODES_PERCENTAGE = 10;
  private static final int MIN_CANDIDATE_NODES_ABSOLUTE = 100;

  private static final Status NO_VICTIMS =
      Status.unresolvable("No preemption victims found for incoming pod");

  private static final Status NO_HELP =
      Status.unresolvable("Preemption is not helpful for scheduling");

  /**
   * Said in place of all else where the pod itself was refused before the plug-ins had looked at it:
   * that of dynamic resources, which is asked before this one, then misses what it would have noted.
   */
  private static final String NO_STATE = "not found";

  private static final Comparator<PodInfo> MORE_IMPORTANT = Comparator.comparingLong(
          PodInfo::priority)
      .reversed()
      .thenComparing(DefaultPreemption::startTime);

  private static final Comparator<Candidate> CHEAPER = Comparator.comparingInt(
          Candidate::violations)
      .thenComparingLong(Candidate::highest)
      .thenComparingLong(Candidate::sum)
      .thenComparingInt(candidate -> candidate.victims().size())
      .thenComparing(Comparator.comparing(Candidate::earliestStart).reversed());

  private final SchedulingAlgorithm algorithm;
  private final Snapshot snapshot;
  private final Nominations nominations;
  private final DisruptionBudgets budgets;
  private final Seed seed;
  private final SplittableRandom chance;

  DefaultPreemption(
      SchedulingAlgorithm algorithm,
      Snapshot snapshot,
      Nominations nominations,
      DisruptionBudgets budgets,
      Seed seed) {
    this.algorithm = algorithm;
    this.snapshot = snapshot;
    this.nominations = nominations;
    this.budgets = budgets;
    this.seed = seed;
    this.chance = seed.stream("preemption offset");
  }

  /**
   * A node that the pod could have.
   *
   * @param victims the pods that would have to leave, the most important first
   * @param violations how many of them disruption budgets would keep
   */
  record Candidate(NodeInfo node, List<PodInfo> victims, int violations) {

    private long highest() {
      return victims.isEmpty() ? Long.MIN_VALUE : victims.get(0).priority();
    }

    /** Of priorities lifted above 0, so that more victims never count less. */
    private long sum() {
      return victims.stream().mapToLong(pod -> pod.priority() + (1L << 31)).sum();
    }

    /** What is said of a pod that gets room so. */
    String message() {
      return "preemption: found a potential placement for pod on node %s, preempting %d victims"
          .formatted(node.name(), victims.size());
    }

    private Instant earliestStart() {
      return victims.stream()
          .filter(pod -> pod.priority() == highest())
          .map(DefaultPreemption::startTime)
          .min(Comparator.naturalOrder())
          .orElse(Instant.MAX);
    }
  }

  /**
   * What came of it.
   *
   * @param candidate where room is to be made; empty if nothing is to be done
   * @param message why nothing is to be done, after what kept the pod from its node
   * @param waits whether room is being made already, so that the nomination stays
   */
  record Result(Optional<Candidate> candidate, String message, boolean waits) {

    private static Result nothing(String message, boolean waits) {
      return new Result(Optional.empty(), "preemption: " + message, waits);
    }
  }

  Result postFilter(PodInfo pod, Diagnosis diagnosis) {
    if (diagnosis.isOfPod()) {
      return new Result(Optional.empty(), NO_STATE, false);
    }
    if (pod.signature().spec().get("preemptionPolicy").text().equals("Never")) {
      return Result.nothing("not eligible due to preemptionPolicy=Never.", false);
    }
    if (isRoomBeingMade(pod, diagnosis)) {
      return Result.nothing("not eligible due to a terminating pod on the nominated node.", true);
    }
    List<Status> statuses = new ArrayList<>();
    List<Candidate> candidates = candidates(pod, diagnosis.resolvable(), statuses);
    return candidates.isEmpty()
        ? Result.nothing(Diagnosis.summary(diagnosis.nodes(), statuses, NO_HELP), false)
        : new Result(candidates.stream().min(CHEAPER), "", false);
  }

  private boolean isRoomBeingMade(PodInfo pod, Diagnosis diagnosis) {
    NodeInfo node = nominations.nodeOf(pod.uid()).map(snapshot::get).orElse(null);
    Rejection rejection = node == null ? null : diagnosis.rejections().get(node);
    return node != null
        && (rejection == null || !rejection.status().unresolvable())
        && node.pods().stream()
            .anyMatch(other -> other.priority() < pod.priority() && isLeavingForAnother(other));
  }

  private static boolean isLeavingForAnother(PodInfo pod) {
    return pod.terminating()
        && Conditions.of(pod.resource())
            .get("DisruptionTarget")
            .get("reason")
            .text()
            .equals(Scheduler.PREEMPTION_REASON);
  }

  private List<Candidate> candidates(PodInfo pod, List<NodeInfo> nodes, List<Status> statuses) {
    List<Candidate> candidates = new ArrayList<>();
    int enough = numCandidates(nodes.size());
    int offset = nodes.isEmpty() ? 0 : seed.choose(nodes.size(), chance);
    for (int i = 0; i < nodes.size() && candidates.size() < enough; i++) {
      NodeInfo node = nodes.get((offset + i) % nodes.size());
      Status status = dryRun(pod, node, candidates);
      if (!status.isSuccess()) {
        statuses.add(status);
      }
    }
    return candidates;
  }

  /** How many candidates are enough to choose from. */
  static int numCandidates(int nodes) {
    int share = nodes * MIN_CANDIDATE_NODES_PERCENTAGE / 100;
    return Math.min(nodes, Math.max(share, MIN_CANDIDATE_NODES_ABSOLUTE));
  }

  private Status dryRun(PodInfo pod, NodeInfo node, List<Candidate> candidates) {
    List<PodInfo> potential = new ArrayList<>(node.pods());
    potential.removeIf(other -> other.priority() >= pod.priority());
    potential.sort(MORE_IMPORTANT);
    if (potential.isEmpty()) {
      return NO_VICTIMS;
    }
    potential.forEach(other -> snapshot.remove(node, other.uid()));
    Rejection rejection = rejection(pod, node);
    Set<String> guarded = rejection == null ? budgets.violatedBy(potential) : Set.of();
    List<PodInfo> victims =
        rejection == null ? spare(pod, node, guardedFirst(potential, guarded)) : potential;
    victims.forEach(other -> snapshot.add(node, other));
    if (rejection != null) {
      return rejection.status();
    }
    victims.sort(MORE_IMPORTANT);
    int violations =
        (int) victims.stream().filter(other -> guarded.contains(other.uid())).count();
    candidates.add(new Candidate(node, victims, violations));
    return Status.SUCCESS;
  }

  /** Pods that a budget keeps are the first that may stay. */
  private static List<PodInfo> guardedFirst(List<PodInfo> pods, Set<String> guarded) {
    List<PodInfo> ordered = new ArrayList<>(pods);
    ordered.sort(Comparator.comparing(pod -> !guarded.contains(pod.uid())));
    return ordered;
  }

  /** Puts back as many as can stay, in the order given; gives the others. */
  private List<PodInfo> spare(PodInfo pod, NodeInfo node, List<PodInfo> potential) {
    List<PodInfo> victims = new ArrayList<>();
    for (PodInfo other : potential) {
      snapshot.add(node, other);
      if (rejection(pod, node) != null) {
        snapshot.remove(node, other.uid());
        victims.add(other);
      }
    }
    return victims;
  }

  private @Nullable Rejection rejection(PodInfo pod, NodeInfo node) {
    CycleState state = algorithm.state(pod);
    state.catchUp();
    return algorithm.rejection(pod, state, node);
  }

  private static Instant startTime(PodInfo pod) {
    return pod.resource()
        .at("status", "startTime")
        .asString()
        .map(VirtualClock::instant)
        .orElse(Instant.MAX);
  }
}
