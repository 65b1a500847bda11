package dev.seaworthy.simulate.kubectl;

import java.util.List;

/** Rows of cells, aligned as {@code kubectl} aligns them: three spaces behind the widest cell. */
public final class Table {

  private static final int GAP = 3;

  /** A column is at least so wide, its gap included. */
  private static final int LEAST = 6;

  private Table() {}

  /** The first row is the header. */
  public static String of(List<List<String>> rows) {
    int[] widths = widths(rows);
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        String cell = row.get(i);
        text.append(cell);
        if (i < widths.length - 1) {
          text.append(" ".repeat(widths[i] - cell.length()));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], Math.max(LEAST, row.get(i).length() + GAP));
      }
    }
    return widths;
  }
}
