package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.simulate.object.ReplicaSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares a change of size among the ReplicaSets of a rollout, after their sizes. Touches nothing. */
final class ProportionalScaling {

  private ProportionalScaling() {}

  /**
   * A ReplicaSet's part in it.
   *
   * @param formerMost how many pods its Deployment could have when the set was last sized; 0 if
   *     unknown
   */
  record Member(ReplicaSet set, long formerMost) {}

  /**
   * The size that each set is to have, in the order in which they are written.
   *
   * @param most how many pods there may be in all
   * @param shrinksToZero whether the Deployment wants no pods
   */
  static Map<ReplicaSet, Long> sizes(List<Member> members, long most, boolean shrinksToZero) {
    long total = members.stream().mapToLong(member -> member.set().replicas()).sum();
    long change = (shrinksToZero ? 0 : most) - total;
    List<Member> sorted = new ArrayList<>(members);
    sorted.sort(change > 0 ? largestThenYoungest() : largestThenOldest());
    Map<ReplicaSet, Long> sizes = new LinkedHashMap<>();
    long done = 0;
    for (Member member : sorted) {
      long part = part(member, most, shrinksToZero, change, done);
      sizes.put(member.set(), member.set().replicas() + part);
      done += part;
    }
    if (change != 0 && !sorted.isEmpty()) {
      long rest = change - done;
      sizes.computeIfPresent(sorted.get(0).set(), (set, size) -> Math.max(0, size + rest));
    }
    return sizes;
  }

  private static long part(
      Member member, long most, boolean shrinksToZero, long change, long done) {
    long size = member.set().replicas();
    if (size == 0 || change == 0 || change == done) {
      return 0;
    }
    long fraction = shrinksToZero ? -size : fraction(member, most);
    long allowed = change - done;
    return change > 0 ? Math.min(fraction, allowed) : Math.max(fraction, allowed);
  }

  private static long fraction(Member member, long most) {
    if (member.formerMost() == 0) {
      return 0;
    }
    long size = member.set().replicas();
    double scaled = (double) (size * most) / member.formerMost();
    return (scaled < 0 ? (long) (scaled - 0.5) : (long) (scaled + 0.5)) - size;
  }

  private static Comparator<Member> largestFirst() {
    return Comparator.comparingLong((Member member) -> member.set().replicas()).reversed();
  }

  private static Comparator<Member> largestThenYoungest() {
    return largestFirst()
        .thenComparing(
            Comparator.comparing((Member member) -> member.set().created()).reversed());
  }

  private static Comparator<Member> largestThenOldest() {
    return largestFirst().thenComparing(member -> member.set().created());
  }
}
