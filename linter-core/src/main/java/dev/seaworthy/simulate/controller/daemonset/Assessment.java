package dev.seaworthy.simulate.controller.daemonset;

import dev.seaworthy.simulate.object.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How things stand on one node, and what is to be done there, whatever goes on elsewhere. Mirrors what
 * the DaemonSet controller's {@code podsShouldBeOnNode}, {@code rollingUpdate} and its status find out
 * about a node.
 *
 * @param isWanted whether a pod is to run there
 * @param isScheduled whether a pod is there or meant for there
 * @param isReady whether the pod that counts, the oldest, is ready
 * @param isAvailable whether it is available
 * @param isUpdated whether it is of the present template
 * @param needsPod whether a pod is missing
 * @param surplus pods that are to go
 * @param ended pods that have finished and make room for another one
 * @param step what a rolling update finds there
 * @param old the pod of an old template, if a rolling update finds one
 * @param serves whether the old pod, or the new one where there is no old, is available
 */
record Assessment(
    boolean isWanted,
    boolean isScheduled,
    boolean isReady,
    boolean isAvailable,
    boolean isUpdated,
    boolean needsPod,
    List<Pod> surplus,
    List<Pod> ended,
    Step step,
    Optional<Pod> old,
    boolean serves) {

  /** Of a node that has nothing to do with the set. */
  static final Assessment NOTHING = new Assessment(
      false,
      false,
      false,
      false,
      false,
      false,
      List.of(),
      List.of(),
      Step.NONE,
      Optional.empty(),
      false);

  private static final Comparator<Pod> OLDEST_FIRST = Comparator.comparing(
          (Pod pod) -> pod.nodeName().isEmpty())
      .thenComparing(Pod::created)
      .thenComparing(Pod::name);

  /** What a node is to a rolling update. */
  enum Step {
    /** Nothing to be done. */
    NONE,
    /** It is short of a pod, or has one too many on the way: it uses up what the update may. */
    BUSY,
    /** Its old pod is of no use: it may be replaced whatever happens elsewhere. */
    USELESS,
    /** Its old pod is available. */
    CANDIDATE,
    /** Its old pod can go: the new one is available, or no pod is to be there. */
    OVER,
    /** No pod is to be there any more, but the old one is still available. */
    SUNSET
  }

  /** Assesses a node with {@code pods}, finished ones that are about to go left out. */
  static Assessment of(Terms terms, Fit fit, List<Pod> pods, Instant now) {
    return new Assessor(terms, fit, pods, now).assess();
  }

  private record Assessor(Terms terms, Fit fit, List<Pod> pods, Instant now) {

    private Assessment assess() {
      Optional<Pod> counts = pods.stream().min(OLDEST_FIRST);
      Pair pair = Pair.of(pods, terms);
      return new Assessment(
          fit == Fit.RUNS,
          !pods.isEmpty(),
          counts.map(Pod::isReady).orElse(false),
          counts.map(pod -> terms.isAvailable(pod, now)).orElse(false),
          counts.map(terms::isUpdated).orElse(false),
          needsPod(),
          surplus(),
          fit.makesRoom() ? staying().filter(Pod::isFinished).toList() : List.of(),
          terms.surges() ? stepOfSurge(pair) : step(pair),
          Optional.ofNullable(pair.old()),
          serves(pair));
    }

    private Stream<Pod> staying() {
      return pods.stream().filter(pod -> !pod.isBeingDeleted());
    }

    private List<Pod> running() {
      return staying().filter(pod -> !pod.isFinished()).sorted(OLDEST_FIRST).toList();
    }

    /** Where a pod may surge nobody waits for the former one to be gone. */
    private boolean needsPod() {
      return fit == Fit.RUNS && (terms.surges() ? running().isEmpty() : pods.isEmpty());
    }

    private List<Pod> surplus() {
      if (fit == Fit.LOST) {
        return List.of();
      }
      if (fit == Fit.GOES) {
        return staying().toList();
      }
      List<Pod> running = running();
      if (running.size() <= 1) {
        return List.of();
      }
      return terms.surges() ? surplusOfSurge(running) : running.subList(1, running.size());
    }

    /** One new and one old pod may be there while the new one is not available and the old one ready. */
    private List<Pod> surplusOfSurge(List<Pod> running) {
      List<Pod> surplus = new ArrayList<>();
      Pod fresh = null;
      Pod old = null;
      for (Pod pod : running) {
        if (fresh == null && terms.hasHash(pod)) {
          fresh = pod;
        } else if (old == null && !terms.hasHash(pod)) {
          old = pod;
        } else {
          surplus.add(pod);
        }
      }
      if (fresh != null && old != null && (!old.isReady() || terms.isAvailable(fresh, now))) {
        surplus.add(old);
      }
      return surplus;
    }

    private Step step(Pair pair) {
      if (pods.isEmpty() && fit != Fit.RUNS) {
        return Step.NONE;
      }
      if (pair.isCrowd() || (pair.old() == null) == (pair.fresh() == null)) {
        return Step.BUSY;
      }
      if (pair.old() == null) {
        return isAvailable(pair.fresh()) ? Step.NONE : Step.BUSY;
      }
      return isAvailable(pair.old()) ? Step.CANDIDATE : Step.USELESS;
    }

    private Step stepOfSurge(Pair pair) {
      if (pair.isCrowd()) {
        return Step.BUSY;
      }
      if (pair.old() == null) {
        return Step.NONE;
      }
      if (pair.fresh() != null) {
        return isAvailable(pair.fresh()) ? Step.OVER : Step.BUSY;
      }
      boolean isAvailable = isAvailable(pair.old());
      if (fit != Fit.RUNS) {
        return isAvailable ? Step.SUNSET : Step.OVER;
      }
      return isAvailable ? Step.CANDIDATE : Step.USELESS;
    }

    private boolean serves(Pair pair) {
      return isAvailable(pair.old() != null ? pair.old() : pair.fresh());
    }

    private boolean isAvailable(@Nullable Pod pod) {
      return pod != null && terms.isAvailable(pod, now);
    }
  }

  /**
   * The new and the old pod of a node that are to stay.
   *
   * @param isCrowd whether there are several of one sort, so that there is no telling
   */
  private record Pair(@Nullable Pod fresh, @Nullable Pod old, boolean isCrowd) {

    static Pair of(List<Pod> pods, Terms terms) {
      Pod fresh = null;
      Pod old = null;
      for (Pod pod : pods) {
        if (pod.isBeingDeleted()) {
          continue;
        }
        boolean isFresh = terms.isUpdated(pod);
        if ((isFresh ? fresh : old) != null) {
          return new Pair(null, null, true);
        }
        fresh = isFresh ? pod : fresh;
        old = isFresh ? old : pod;
      }
      return new Pair(fresh, old, false);
    }
  }
}
