package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.StatefulSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.OptionalInt;

/**
 * What to do next with the pods of a set, in this order. Touches nothing. An ordered set does one
 * thing at a time, and nothing while a pod is not available; a parallel one all at once.
 *
 * @param finished pods that ended: to be deleted, so that their ordinals get new ones
 * @param waiting pods that have not started: their claims may have been deleted
 * @param missing ordinals to make pods for
 * @param deletions pods that are too many or of an old revision
 */
record Plan(List<Pod> finished, List<Pod> waiting, List<Integer> missing, List<Pod> deletions) {

  private static final Plan NOTHING = new Plan(List.of(), List.of(), List.of(), List.of());

  /**
   * @param revision the name of the revision that pods should have
   * @param room how many pods may be made
   */
  static Plan of(StatefulSet set, Members members, String revision, int room, Instant now) {
    Planner planner = new Planner(set, members, revision, now.minusSeconds(set.minReadySeconds()));
    return set.isParallel() ? planner.parallel(room) : planner.ordered(room);
  }

  private static Plan deleting(List<Pod> pods) {
    return new Plan(List.of(), List.of(), List.of(), pods);
  }

  /**
   * @param latest when a pod must have become ready at the latest to be available
   */
  private record Planner(StatefulSet set, Members members, String revision, Instant latest) {

    private OrdinalRange range() {
      return OrdinalRange.of(set);
    }

    Plan ordered(int room) {
      OptionalInt obstacle = firstObstacle();
      if (obstacle.isPresent()) {
        return removing(obstacle.getAsInt(), room);
      }
      List<Pod> surplus = members.firstOutside(range()).map(List::of).orElse(List.of());
      if (!surplus.isEmpty()) {
        return mayGo(surplus.get(0)) ? deleting(surplus) : NOTHING;
      }
      return deleting(outdated(set.maxUnavailable()));
    }

    /** The first ordinal without an available pod: nothing else is done before that has one. */
    private OptionalInt firstObstacle() {
      int missing = members.firstMissing(range().first());
      Integer unavailable = members.unavailable(latest).ceiling(range().first());
      int first = unavailable == null ? missing : Math.min(missing, unavailable);
      return range().contains(first) ? OptionalInt.of(first) : OptionalInt.empty();
    }

    private Plan removing(int ordinal, int room) {
      Pod pod = members.get(ordinal);
      if (pod == null) {
        List<Integer> missing = room > 0 ? List.of(ordinal) : List.of();
        return new Plan(List.of(), List.of(), missing, List.of());
      }
      List<Pod> finished = pod.isFinished() && !pod.isBeingDeleted() ? List.of(pod) : List.of();
      return new Plan(finished, waiting(List.of(pod)), List.of(), List.of());
    }

    private List<Pod> waiting(List<Pod> pods) {
      return set.claimTemplates().isEmpty()
          ? List.of()
          : pods.stream().filter(pod -> pod.phase().equals("Pending")).toList();
    }

    /** One that is not available goes only if no other one is waited for. */
    private boolean mayGo(Pod surplus) {
      NavigableSet<Integer> unavailable = members.unavailable(latest);
      int ordinal = AllMembers.ordinal(set.name(), surplus.name()).orElseThrow();
      return !surplus.isBeingDeleted()
          && (!unavailable.contains(ordinal) || unavailable.first() == ordinal);
    }

    Plan parallel(int room) {
      List<Integer> missing = new ArrayList<>();
      int ordinal = members.firstMissing(range().first());
      while (range().contains(ordinal) && missing.size() < room) {
        missing.add(ordinal);
        ordinal = members.firstMissing(ordinal + 1);
      }
      List<Pod> deletions = new ArrayList<>();
      for (Pod pod : members.outside(range())) {
        if (!pod.isBeingDeleted()) {
          deletions.add(pod);
        }
      }
      deletions.addAll(replacedAtOnce());
      List<Pod> waiting = waiting(pods(inRange(members.unavailable(latest))));
      return new Plan(finished(), waiting, missing, deletions);
    }

    private List<Pod> finished() {
      return pods(inRange(members.finished())).stream()
          .filter(pod -> !pod.isBeingDeleted())
          .toList();
    }

    /** Those that are not available anyway, and as many others as may be missed beside them. */
    private List<Pod> replacedAtOnce() {
      NavigableSet<Integer> outdated = members.outdated(revision);
      if (!set.isRolling() || outdated.isEmpty()) {
        return List.of();
      }
      NavigableSet<Integer> unavailable = inRange(members.unavailable(latest));
      List<Pod> replaced = new ArrayList<>();
      for (int ordinal : unavailable.descendingSet()) {
        Pod pod = members.get(ordinal);
        boolean isReplaced = ordinal >= firstUpdated() && outdated.contains(ordinal);
        if (isReplaced && pod != null && !pod.isFinished()) {
          replaced.add(pod);
        }
      }
      long budget = set.maxUnavailable() - unavailable.size() - members.missing(range());
      replaced.addAll(outdated(budget));
      return replaced;
    }

    /** At most {@code budget} available pods of old revisions, the highest ordinals first. */
    private List<Pod> outdated(long budget) {
      if (!set.isRolling() || firstUpdated() >= range().end()) {
        return List.of();
      }
      NavigableSet<Integer> unavailable = members.unavailable(latest);
      List<Pod> outdated = new ArrayList<>();
      for (int ordinal :
          inRange(members.outdated(revision)).tailSet(firstUpdated(), true).descendingSet()) {
        if (outdated.size() >= budget) {
          break;
        }
        Pod pod = members.get(ordinal);
        if (pod != null && !unavailable.contains(ordinal)) {
          outdated.add(pod);
        }
      }
      return outdated;
    }

    private NavigableSet<Integer> inRange(NavigableSet<Integer> ordinals) {
      return ordinals.subSet(range().first(), true, range().end(), false);
    }

    private int firstUpdated() {
      return range().first() + set.partition();
    }

    private List<Pod> pods(NavigableSet<Integer> ordinals) {
      List<Pod> pods = new ArrayList<>();
      for (int ordinal : ordinals) {
        Pod pod = members.get(ordinal);
        if (pod != null) {
          pods.add(pod);
        }
      }
      return pods;
    }
  }
}
