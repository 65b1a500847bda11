package dev.seaworthy.simulate.controller.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A set of completion indexes in few words, such as {@code 1,3-5}. Its ranges are in order and do not
 * touch. Immutable.
 */
record Indexes(List<Range> ranges) {

  static final Indexes NONE = new Indexes(List.of());

  Indexes {
    ranges = List.copyOf(ranges);
  }

  /** All indexes from {@code first} to {@code last}, both included. */
  record Range(int first, int last) {

    int size() {
      return last - first + 1;
    }

    @Override
    public String toString() {
      return first == last ? "" + first : first + (last == first + 1 ? "," : "-") + last;
    }
  }

  /** Reads what {@link #toString} writes, up to {@code completions}; what is no range is passed over. */
  static Indexes parse(String text, long completions) {
    List<Range> ranges = new ArrayList<>();
    for (String part : text.split(",")) {
      int dash = part.indexOf('-');
      int first = number(dash < 0 ? part : part.substring(0, dash));
      int last = dash < 0 ? first : number(part.substring(dash + 1));
      if (first >= 0 && last >= first && first < completions) {
        ranges.add(new Range(first, (int) Math.min(last, completions - 1)));
      }
    }
    return NONE.and(new Indexes(ranges));
  }

  private static int number(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException noNumber) {
      return -1;
    }
  }

  static Indexes of(Collection<Integer> indexes) {
    List<Range> ranges = new ArrayList<>();
    new TreeSet<>(indexes).forEach(index -> ranges.add(new Range(index, index)));
    return NONE.and(new Indexes(ranges));
  }

  /** Those of both. */
  Indexes and(Indexes others) {
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.addAll(others.ranges);
    sorted.sort((a, b) -> Integer.compare(a.first(), b.first()));
    List<Range> merged = new ArrayList<>();
    for (Range range : sorted) {
      Range former = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (former == null || range.first() > former.last() + 1) {
        merged.add(range);
      } else if (range.last() > former.last()) {
        merged.set(merged.size() - 1, new Range(former.first(), range.last()));
      }
    }
    return new Indexes(merged);
  }

  int total() {
    return ranges.stream().mapToInt(Range::size).sum();
  }

  boolean has(int index) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) / 2;
      if (ranges.get(middle).last() >= index) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < ranges.size() && ranges.get(low).first() <= index;
  }

  /** How many indexes are in both. */
  int overlap(Indexes others) {
    int shared = 0;
    int mine = 0;
    int theirs = 0;
    while (mine < ranges.size() && theirs < others.ranges.size()) {
      Range a = ranges.get(mine);
      Range b = others.ranges.get(theirs);
      int both = Math.min(a.last(), b.last()) - Math.max(a.first(), b.first()) + 1;
      shared += Math.max(0, both);
      mine += a.last() <= b.last() ? 1 : 0;
      theirs += b.last() <= a.last() ? 1 : 0;
    }
    return shared;
  }

  /** The first {@code count} indexes below {@code completions} that are not in this set. */
  List<Integer> firstOthers(long count, long completions) {
    List<Integer> others = new ArrayList<>();
    int candidate = 0;
    for (Range range : ranges) {
      while (candidate < Math.min(range.first(), completions) && others.size() < count) {
        others.add(candidate++);
      }
      candidate = Math.max(candidate, range.last() + 1);
    }
    while (candidate < completions && others.size() < count) {
      others.add(candidate++);
    }
    return others;
  }

  @Override
  public String toString() {
    return String.join(",", ranges.stream().map(Range::toString).toList());
  }
}
