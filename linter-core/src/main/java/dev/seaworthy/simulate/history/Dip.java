package dev.seaworthy.simulate.history;

import dev.seaworthy.simulate.history.WorkloadHistory.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A time in which a workload had fewer pods available than before, and fewer than it wanted.
 *
 * @param from when the first of them was no longer available
 * @param until when there were as many again; empty if there never were
 * @param lowest how few there were at the worst, for {@code atLowest} in all
 * @param desired how many it wanted then
 * @param floor how many have to be available by its own rules
 */
public record Dip(
    Duration from,
    Optional<Duration> until,
    long lowest,
    Duration atLowest,
    long desired,
    long floor) {

  /** The worst first: the fewest pods, then the longest time. */
  public static final Comparator<Dip> WORST_FIRST =
      Comparator.comparingLong(Dip::lowest).thenComparing(Dip::atLowest, Comparator.reverseOrder());

  /** Whether nobody was there. */
  public boolean isOutage() {
    return lowest == 0;
  }

  /** What {@code moments} show up to {@code end}, in order. */
  static List<Dip> in(List<Moment> moments, Duration end) {
    List<Dip> dips = new ArrayList<>();
    int next = 1;
    while (next < moments.size()) {
      Moment before = moments.get(next - 1);
      if (isLess(moments.get(next), before.available())) {
        int back = endOf(moments, next, before.available());
        dips.add(between(moments, next, back, end));
        next = back;
      }
      next++;
    }
    return dips;
  }

  private static boolean isLess(Moment moment, long before) {
    return moment.available() < Math.min(before, moment.desired());
  }

  /** The first moment that is as good as before again; behind the last one if there is none. */
  private static int endOf(List<Moment> moments, int first, long before) {
    int index = first;
    while (index < moments.size() && isLess(moments.get(index), before)) {
      index++;
    }
    return index;
  }

  private static Dip between(List<Moment> moments, int first, int back, Duration end) {
    List<Moment> low = moments.subList(first, back);
    Moment worst = low.stream().min(Comparator.comparingLong(Moment::available)).orElseThrow();
    Duration atLowest = Duration.ZERO;
    for (int i = first; i < back; i++) {
      Duration next = i + 1 < moments.size() ? moments.get(i + 1).at() : end;
      if (moments.get(i).available() == worst.available()) {
        atLowest = atLowest.plus(next.minus(moments.get(i).at()));
      }
    }
    Optional<Duration> until =
        back < moments.size() ? Optional.of(moments.get(back).at()) : Optional.empty();
    return new Dip(
        low.get(0).at(), until, worst.available(), atLowest, worst.desired(), worst.floor());
  }
}
