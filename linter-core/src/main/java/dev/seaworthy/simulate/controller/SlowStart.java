package dev.seaworthy.simulate.controller;

import java.util.List;
import java.util.function.Predicate;

/**
 * Makes many things alike: one at first, then twice as many each time, so that a refusal is met once
 * and not a thousand times.
 */
public final class SlowStart {

  private SlowStart() {}

  /**
   * Makes one thing of each of {@code items} until a batch has met a refusal.
   *
   * @param make gives whether it was not refused
   * @return whether nothing was refused
   */
  public static <T> boolean all(List<T> items, Predicate<T> make) {
    int done = 0;
    boolean accepted = true;
    for (int batch = 1; accepted && done < items.size(); batch *= 2) {
      List<T> next = items.subList(done, Math.min(done + batch, items.size()));
      for (T item : next) {
        accepted &= make.test(item);
      }
      done += next.size();
    }
    return accepted;
  }
}
