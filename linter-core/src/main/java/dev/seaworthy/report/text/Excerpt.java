package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Related;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines that a diagnostic speaks of, with carets under the culprit and dashes under the rest. */
final class Excerpt {

  /** Nobody looks at more places at once. */
  private static final int MOST_RELATED = 20;

  private final SourceText source;
  private final Palette palette;

  Excerpt(SourceText source, Palette palette) {
    this.source = source;
    this.palette = palette;
  }

  private record Mark(Location place, char sign, String label, LineWindow window) {}

  /** Nothing where no line can be shown. Ends with a line end otherwise. */
  void write(Diagnostic diagnostic, StringBuilder out) {
    List<Mark> marks = marksOf(diagnostic);
    if (marks.isEmpty()) {
      return;
    }
    int gutter = Integer.toString(marks.get(marks.size() - 1).place().line()).length();
    String edge = palette.frame(" ".repeat(gutter) + " |");
    out.append(edge).append('\n');
    @Nullable LineWindow shown = null;
    for (Mark mark : marks) {
      int line = mark.place().line();
      if (shown != null && line > shown.line() + 1) {
        out.append(palette.frame(" ".repeat(gutter) + " :")).append('\n');
      }
      if (shown == null || !shown.shows(mark.place())) {
        shown = mark.window();
        frame(out, gutter, Integer.toString(line), " | ").append(shown.text()).append('\n');
      }
      write(mark, shown, gutter, diagnostic, out);
    }
    out.append(edge).append('\n');
  }

  /** In the order of their places; places in other files are told below the excerpt. */
  private List<Mark> marksOf(Diagnostic diagnostic) {
    List<Mark> marks = new ArrayList<>();
    Location place = diagnostic.place();
    addMark(marks, place, '^', "");
    if (marks.isEmpty()) {
      return marks;
    }
    for (Related related : diagnostic.related()) {
      if (related.place().file().equals(place.file()) && marks.size() <= MOST_RELATED) {
        addMark(marks, related.place(), '-', related.message());
      }
    }
    marks.sort(Excerpt::compare);
    return marks;
  }

  private static int compare(Mark one, Mark other) {
    int line = Integer.compare(one.place().line(), other.place().line());
    return line != 0
        ? line
        : Integer.compare(one.place().column(), other.place().column());
  }

  private void addMark(List<Mark> marks, Location place, char sign, String label) {
    LineWindow.around(place, source)
        .ifPresent(window -> marks.add(new Mark(place, sign, label, window)));
  }

  private void write(
      Mark mark, LineWindow window, int gutter, Diagnostic diagnostic, StringBuilder out) {
    String sign = Character.toString(mark.sign()).repeat(window.length(mark.place()));
    frame(out, gutter, "", " | ")
        .append(" ".repeat(window.indent(mark.place())))
        .append(mark.sign() == '^' ? palette.severity(diagnostic.severity(), sign) : sign)
        .append(mark.label().isEmpty() ? "" : " " + VisibleLine.safe(mark.label()))
        .append('\n');
  }

  private StringBuilder frame(StringBuilder out, int gutter, String number, String bar) {
    return out.append(palette.frame(" ".repeat(gutter - number.length()) + number + bar));
  }
}
