package dev.seaworthy.simulate.controller.statefulset;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A set of numbers, kept as runs without a gap: it costs little to find the first number that is not
 * in it, however many are.
 */
final class Runs {

  /** The last number of each run by its first. */
  private final NavigableMap<Integer, Integer> runs = new TreeMap<>();

  void add(int number) {
    if (contains(number)) {
      return;
    }
    Map.Entry<Integer, Integer> before = runs.floorEntry(number);
    boolean isNextToOne = before != null && before.getValue() == number - 1;
    int first = isNextToOne ? before.getKey() : number;
    Integer behind = runs.remove(number + 1);
    runs.put(first, behind == null ? number : behind);
  }

  void remove(int number) {
    Map.Entry<Integer, Integer> run = runs.floorEntry(number);
    if (run == null || run.getValue() < number) {
      return;
    }
    if (run.getKey() == number) {
      runs.remove(number);
    } else {
      runs.put(run.getKey(), number - 1);
    }
    if (run.getValue() > number) {
      runs.put(number + 1, run.getValue());
    }
  }

  boolean contains(int number) {
    Map.Entry<Integer, Integer> run = runs.floorEntry(number);
    return run != null && run.getValue() >= number;
  }

  /** The first number from {@code from} on that is not in the set. */
  int firstAbsent(int from) {
    Map.Entry<Integer, Integer> run = runs.floorEntry(from);
    return run != null && run.getValue() >= from ? run.getValue() + 1 : from;
  }

  /** How many numbers from {@code from} on and before {@code end} are in the set. */
  int count(int from, int end) {
    int count = 0;
    Integer start = runs.floorKey(from);
    for (Map.Entry<Integer, Integer> run : runs.subMap(
            start == null ? from : start, true, Math.max(from, end), false)
        .entrySet()) {
      count += Math.max(0, Math.min(run.getValue() + 1, end) - Math.max(run.getKey(), from));
    }
    return count;
  }
}
