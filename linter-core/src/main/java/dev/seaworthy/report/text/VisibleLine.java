package dev.seaworthy.report.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of somebody's file as a terminal may safely show it, with the place of each character in
 * it. Control characters, which could move the cursor or hide text, are written out; a tab becomes
 * spaces; wide characters count two cells and combining ones none.
 */
public final class VisibleLine {

  private static final int TAB = 4;

  private final List<String> shown = new ArrayList<>(0);

  /** The cell at which each character starts; one more entry for the end of the line. */
  private final List<Integer> cells = new ArrayList<>(0);

  /** The line where it is shown as it is, a cell for each character, as nearly all are. */
  private final @Nullable String plain;

  VisibleLine(String line) {
    this.plain = isPlain(line) ? line : null;
    if (plain == null) {
      measure(line);
    }
  }

  private void measure(String line) {
    int cell = 0;
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      String text = c == '\t' ? " ".repeat(TAB - cell % TAB) : visible(c);
      shown.add(text);
      cells.add(cell);
      cell += isPlain(c) ? 1 : width(text);
    }
    cells.add(cell);
  }

  private static int width(String shown) {
    return shown.codePointCount(0, shown.length()) == 1
        ? CellWidth.of(shown.codePointAt(0))
        : shown.length();
  }

  /** {@code text} of unknown origin, made safe for a terminal; line ends are written out too. */
  public static String safe(String text) {
    if (isPlain(text) || text.codePoints().allMatch(VisibleLine::isSafe)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.append(visible(c)));
    return out.toString();
  }

  /** {@code text} of unknown origin and several lines, made safe for a terminal line by line. */
  public static String safeLines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      out.append(safeLine(text.substring(start, end))).append('\n');
      start = end + 1;
    }
    return out.append(safeLine(text.substring(start))).toString();
  }

  private static String safeLine(String line) {
    VisibleLine visible = new VisibleLine(line);
    return visible.between(0, visible.width());
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is a visible character of ASCII, as nearly all are, or a space. */
  private static boolean isPlain(int c) {
    return c >= ' ' && c <= '~';
  }

  /** Whether a terminal may get it as it is. */
  private static boolean isSafe(int c) {
    return isPlain(c) || !(Character.isISOControl(c) || misleads(Character.getType(c)));
  }

  /** Format characters turn the direction of text or are invisible; both can mislead a reader. */
  private static boolean misleads(int type) {
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  private static String visible(int c) {
    if (isSafe(c)) {
      return Character.toString(c);
    }
    if (c == '\n') {
      return "\\n";
    }
    return String.format(Character.isISOControl(c) ? "\\x%02x" : "\\u%04x", c);
  }

  int width() {
    return plain != null ? plain.length() : cells.get(cells.size() - 1);
  }

  /** The cell of the character in {@code column}, from 1; the end of the line for later ones. */
  int cellOf(int column) {
    if (plain != null) {
      return Math.max(0, Math.min(column - 1, plain.length()));
    }
    return cells.get(Math.max(0, Math.min(column - 1, cells.size() - 1)));
  }

  /** The characters that lie wholly within the cells {@code from} (inclusive) to {@code to}. */
  String between(int from, int to) {
    if (plain != null) {
      return plain.substring(from, to);
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < shown.size(); i++) {
      if (cells.get(i) >= from && cells.get(i + 1) <= to) {
        out.append(shown.get(i));
      }
    }
    return out.toString();
  }

  /** The first cell, at or after {@code cell}, at which a character starts. */
  int startAtOrAfter(int cell) {
    if (plain != null) {
      return Math.min(cell, plain.length());
    }
    for (int start : cells) {
      if (start >= cell) {
        return start;
      }
    }
    return width();
  }
}
