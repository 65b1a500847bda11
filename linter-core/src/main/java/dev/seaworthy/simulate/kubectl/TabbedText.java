package dev.seaworthy.simulate.kubectl;

import java.util.ArrayList;
import java.util.List;

/**
 * Lines whose cells end in tabs and are aligned over as many neighbouring lines as have them: what
 * Go's {@code text/tabwriter} makes of a description.
 */
final class TabbedText {

  private static final int PADDING = 2;
  private static final String LEVEL = "  ";

  private final List<String[]> lines = new ArrayList<>();

  /** A line at a level of indentation; cells are parted by tabs. */
  void line(int level, String text) {
    lines.add((LEVEL.repeat(level) + text).split("\t", -1));
  }

  /** A key and a value. */
  void field(int level, String key, String value) {
    line(level, key + ":\t" + value);
  }

  /** A key and several values below each other; {@code <none>} for none. */
  void field(int level, String key, List<String> values) {
    field(level, key, values.isEmpty() ? Column.NONE : values.get(0));
    values.stream().skip(1).forEach(value -> line(level, "\t" + value));
  }

  @Override
  public String toString() {
    int[][] widths = new int[lines.size()][];
    for (int i = 0; i < lines.size(); i++) {
      widths[i] = new int[lines.get(i).length - 1];
    }
    for (int i = 0; i < lines.size(); i++) {
      for (int column = 0; column < widths[i].length; column++) {
        if (widths[i][column] == 0) {
          fill(i, column, widths);
        }
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i);
      for (int column = 0; column < cells.length; column++) {
        text.append(cells[column]);
        if (column < widths[i].length) {
          text.append(" ".repeat(widths[i][column] - cells[column].length()));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** The width of a column over the lines from {@code first} on that have it. */
  private void fill(int first, int column, int[][] widths) {
    int end = first;
    int width = 0;
    while (end < lines.size() && widths[end].length > column) {
      width = Math.max(width, lines.get(end)[column].length() + PADDING);
      end++;
    }
    for (int i = first; i < end; i++) {
      widths[i][column] = width;
    }
  }
}
