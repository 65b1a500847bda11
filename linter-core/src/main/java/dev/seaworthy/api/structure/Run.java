package dev.seaworthy.api.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** A value that stayed the same from one release to another; both are minor numbers, inclusive. */
record Run<T>(int since, int until, T value) {

  boolean covers(int release) {
    return since <= release && release <= until;
  }

  /**
   * What holds from when until when. A release that is in {@code releases} but not in {@code
   * values} ends a run.
   */
  static <T> List<Run<T>> of(List<Integer> releases, SortedMap<Integer, T> values) {
    List<Run<T>> runs = new ArrayList<>();
    for (int i = 0; i < releases.size(); i++) {
      int release = releases.get(i);
      T value = values.get(release);
      if (value == null) {
        continue;
      }
      Run<T> last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
      if (last != null && last.until() == releases.get(i - 1) && last.value().equals(value)) {
        runs.set(runs.size() - 1, new Run<>(last.since(), release, value));
      } else {
        runs.add(new Run<>(release, release, value));
      }
    }
    return runs;
  }
}
