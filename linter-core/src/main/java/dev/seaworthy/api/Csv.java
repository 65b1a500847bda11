package dev.seaworthy.api;

import java.util.ArrayList;
import java.util.List;

/** Comma-separated values; a value in double quotes may hold commas and, doubled, quotes. */
public final class Csv {

  private Csv() {}

  /** The rows of a text, its first line too; empty lines are skipped. */
  public static List<List<String>> rows(String text) {
    return text.lines().filter(line -> !line.isEmpty()).map(Csv::row).toList();
  }

  private static List<String> row(String line) {
    return line.indexOf('"') < 0 ? plain(line) : quoted(line);
  }

  private static List<String> plain(String line) {
    List<String> values = new ArrayList<>();
    int start = 0;
    for (int end = line.indexOf(','); end >= 0; end = line.indexOf(',', start)) {
      values.add(line.substring(start, end));
      start = end + 1;
    }
    values.add(line.substring(start));
    return values;
  }

  private static List<String> quoted(String line) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        value.append(c);
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        values.add(value.toString());
        value.setLength(0);
      } else {
        value.append(c);
      }
    }
    values.add(value.toString());
    return values;
  }
}
