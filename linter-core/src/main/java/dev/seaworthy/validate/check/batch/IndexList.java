package dev.seaworthy.validate.check.batch;

import java.util.OptionalLong;

/** Indexes of pods as text: single ones and ranges, rising, with commas between. */
final class IndexList {

  private IndexList() {}

  /** How many indexes {@code text} lists; empty if it is no list of indexes below {@code bound}. */
  static OptionalLong size(String text, long bound) {
    if (text.isEmpty()) {
      return OptionalLong.of(0);
    }
    long size = 0;
    long last = -1;
    for (String range : text.split(",", -1)) {
      String[] ends = range.split("-", -1);
      long from = number(ends[0]);
      long to = ends.length == 2 ? number(ends[1]) : from;
      boolean rising = from > last && (ends.length == 1 || from < to);
      if (ends.length > 2 || from < 0 || to < 0 || to >= bound || !rising) {
        return OptionalLong.empty();
      }
      size += to - from + 1;
      last = to;
    }
    return OptionalLong.of(size);
  }

  private static long number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Long.parseLong(text) : -1;
  }
}
