package dev.seaworthy.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows of a table by what stands in some of their columns. Only rows that are asked for are taken
 * apart: a table has those of many kinds, an input objects of a few.
 */
public final class CsvIndex {

  private final Map<String, List<String>> lines = new HashMap<>();

  /**
   * Looks through {@code text}, whose first line is a heading.
   *
   * @param columns the numbers of the columns, from zero and in their order; up to the last of them no
   *     value is quoted
   */
  public CsvIndex(String text, int... columns) {
    int start = next(text, 0);
    while (start < text.length()) {
      int next = next(text, start);
      String line = text.substring(start, next).stripTrailing();
      if (!line.isEmpty()) {
        lines.computeIfAbsent(key(line, columns), added -> new ArrayList<>(1)).add(line);
      }
      start = next;
    }
  }

  /** Where the next line begins. */
  private static int next(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end + 1;
  }

  private static String key(String line, int... columns) {
    StringBuilder key = new StringBuilder();
    int column = 0;
    int at = 0;
    for (int wanted : columns) {
      for (; column < wanted; column++) {
        at = line.indexOf(',', at) + 1;
      }
      int end = line.indexOf(',', at);
      key.append(line, at, end < 0 ? line.length() : end).append(',');
    }
    return key.toString();
  }

  /** The rows that have these values in the columns. */
  public List<List<String>> rows(String... values) {
    StringBuilder key = new StringBuilder();
    for (String value : values) {
      key.append(value).append(',');
    }
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines.getOrDefault(key.toString(), List.of())) {
      rows.addAll(Csv.rows(line));
    }
    return rows;
  }
}
