package dev.seaworthy.simulate.controller.daemonset;

import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A node, as one set sees it: the pods of the set there, and how things stood at the last look. */
final class Place implements Comparable<Place> {

  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final String node;
  private final long rank;
  private final Map<String, Pod> pods = new LinkedHashMap<>();
  private Assessment assessment = Assessment.NOTHING;
  private Duration wait = Duration.ZERO;
  private Instant lastFailure = Instant.MIN;
  private long generationOfFailure;

  /**
   * @param rank decides which of equal nodes comes first
   */
  Place(String node, long rank) {
    this.node = node;
    this.rank = rank;
  }

  String node() {
    return node;
  }

  void put(Pod pod) {
    pods.put(pod.uid(), pod);
  }

  void remove(Pod pod) {
    pods.remove(pod.uid());
  }

  boolean isEmpty() {
    return pods.isEmpty();
  }

  Assessment assessment() {
    return assessment;
  }

  void assess(Terms terms, Fit fit, Instant now) {
    assessment = Assessment.of(terms, fit, counted(), now);
  }

  /** Whoever finished and is about to go is no matter of the controller's any more. */
  private List<Pod> counted() {
    List<Pod> counted = new ArrayList<>(pods.size());
    for (Pod pod : pods.values()) {
      if (!pod.isFinished() || !pod.isBeingDeleted()) {
        counted.add(pod);
      }
    }
    return counted;
  }

  /** When the first pod that is ready but not yet available will be. */
  Optional<Instant> nextAvailable(Terms terms, Instant now) {
    if (terms.minReadySeconds() == 0) {
      return Optional.empty();
    }
    return pods.values().stream()
        .flatMap(pod -> pod.readySince().stream())
        .map(since -> since.plusSeconds(terms.minReadySeconds()))
        .filter(due -> due.isAfter(now))
        .min(Instant::compareTo);
  }

  /** How long a pod that failed must be left there, lest node and controller fight. */
  Duration waitAfterFailure(long generation, Instant now) {
    if (generation != generationOfFailure) {
      return Duration.ZERO;
    }
    Duration left = wait.minus(Duration.between(lastFailure, now));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** A failed pod is taken away; the next one has to wait for longer. */
  void noteFailure(long generation, Instant now) {
    boolean isLongAgo = generation != generationOfFailure
        || wait.isZero()
        || Duration.between(lastFailure, now).compareTo(LONGEST_WAIT.multipliedBy(2)) > 0;
    Duration next = isLongAgo ? FIRST_WAIT : wait.multipliedBy(2);
    wait = next.compareTo(LONGEST_WAIT) < 0 ? next : LONGEST_WAIT;
    lastFailure = now;
    generationOfFailure = generation;
  }

  @Override
  public int compareTo(Place other) {
    int byRank = Long.compare(rank, other.rank);
    return byRank != 0 ? byRank : node.compareTo(other.node);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Place place && node.equals(place.node);
  }

  @Override
  public int hashCode() {
    return node.hashCode();
  }
}
