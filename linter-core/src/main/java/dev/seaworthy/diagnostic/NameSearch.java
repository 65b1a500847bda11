package dev.seaworthy.diagnostic;

import dev.seaworthy.diagnostic.NameIndex.Candidate;
import dev.seaworthy.diagnostic.NameIndex.Family;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One question to a {@link NameIndex}. If all slips are few, one half of the name has at most half of
 * them: so the branches are walked from the start, and from the end, with half of the slips allowed
 * before the middle. That leaves little to walk along.
 */
final class NameSearch {

  /** Of a family that the search cannot tell apart, so many names are compared at most. */
  private static final int MOST_OF_FAMILY = 64;

  private record Found(Candidate candidate, int slips) {

    boolean isBefore(Found other) {
      return slips == other.slips
          ? candidate.order() < other.candidate.order()
          : slips < other.slips;
    }
  }

  private final NameIndex index;
  private final String name;
  private final String folded;
  private final String pattern;
  private final int allowed;
  private final Set<Family> visited = Collections.newSetFromMap(new IdentityHashMap<>());
  private final List<Found> found = new ArrayList<>(0);
  private int steps;

  /** Finds names that are at most {@code most} slips off, and no more than such a name may hold. */
  NameSearch(NameIndex index, String name, int most) {
    this.index = index;
    this.name = name;
    this.folded = Slips.folded(name);
    this.pattern = NameIndex.pattern(folded);
    this.allowed = Math.min(Slips.allowedIn(name), most);
  }

  void run(NameBranches branches) {
    if (allowed >= 0 && branches.size() > 0) {
      SlipRows rows = new SlipRows(branches.inDirection(pattern), allowed);
      walk(branches, rows, 0, branches.size(), 0);
      steps += rows.written();
    }
  }

  Optional<String> nearest() {
    Found nearest = null;
    for (Found one : found) {
      nearest = nearest == null || one.isBefore(nearest) ? one : nearest;
    }
    return Optional.ofNullable(nearest).map(one -> one.candidate().name());
  }

  List<String> near(int most) {
    found.sort((one, other) -> one.isBefore(other) ? -1 : other.isBefore(one) ? 1 : 0);
    return found.stream().limit(most).map(one -> one.candidate().name()).toList();
  }

  /** How much was compared: beginnings, ends and whole names. */
  int steps() {
    return steps;
  }

  private void walk(NameBranches branches, SlipRows rows, int from, int end, int depth) {
    int at = from;
    if (branches.length(at) == depth) {
      if (rows.isWholeNear(depth)) {
        visit(branches.family(at));
      }
      at++;
    }
    while (at < end) {
      int next = branches.endOfBranch(at, end, depth);
      if (rows.isNear(depth + 1, branches.letter(at, depth))) {
        walk(branches, rows, at, next, depth + 1);
      }
      at = next;
    }
  }

  private void visit(Family family) {
    if (!visited.add(family)) {
      return;
    }
    Collection<Candidate> alike = numbers(family.pattern()) == numbers(pattern)
        ? index.called(withDigits(family.pattern()))
        : family.members();
    alike.stream().limit(MOST_OF_FAMILY).forEach(this::compare);
  }

  private void compare(Candidate candidate) {
    steps++;
    if (!candidate.name().equals(name) && !Slips.numberApart(folded, candidate.folded())) {
      int slips = Slips.between(folded, candidate.folded());
      if (slips <= allowed) {
        found.add(new Found(candidate, slips));
      }
    }
  }

  /** The name of that pattern which has the digits of the name in question. */
  private String withDigits(String other) {
    int[] digits = folded.chars().filter(c -> Slips.isDigit((char) c)).toArray();
    StringBuilder filled = new StringBuilder(other);
    int next = 0;
    for (int i = 0; i < filled.length() && next < digits.length; i++) {
      if (filled.charAt(i) == '0') {
        filled.setCharAt(i, (char) digits[next++]);
      }
    }
    return filled.toString();
  }

  /** How many numbers a pattern holds. */
  private static int numbers(String pattern) {
    int numbers = 0;
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) == '0' && (i == 0 || pattern.charAt(i - 1) != '0')) {
        numbers++;
      }
    }
    return numbers;
  }
}
