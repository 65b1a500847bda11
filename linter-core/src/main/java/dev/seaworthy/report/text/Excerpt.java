package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Related;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines that a diagnostic speaks of, with carets under the culprit and dashes under the rest. */
final class Excerpt {

  private static final int LONGEST_LINE = 100;
  private static final int CONTEXT_BEFORE_MARK = 40;

  private final SourceText source;
  private final Palette palette;

  Excerpt(SourceText source, Palette palette) {
    this.source = source;
    this.palette = palette;
  }

  private record Mark(Location place, char sign, String label) {}

  /** Empty where no line can be shown. Ends with a line end otherwise. */
  String of(Diagnostic diagnostic) {
    List<Mark> marks = marksOf(diagnostic);
    if (marks.isEmpty()) {
      return "";
    }
    int gutter = Integer.toString(marks.get(marks.size() - 1).place().line()).length();
    StringBuilder out = new StringBuilder();
    frame(out, gutter, "", " |").append('\n');
    int previous = -1;
    for (Mark mark : marks) {
      int line = mark.place().line();
      if (previous > 0 && line > previous + 1) {
        out.append(palette.frame(" ".repeat(gutter) + " :")).append('\n');
      }
      write(mark, line != previous, gutter, diagnostic, out);
      previous = line;
    }
    frame(out, gutter, "", " |").append('\n');
    return out.toString();
  }

  /** In the order of their places; places in other files are told below the excerpt. */
  private List<Mark> marksOf(Diagnostic diagnostic) {
    List<Mark> marks = new ArrayList<>();
    Location place = diagnostic.place();
    if (!place.hasLine() || source.line(place.line()).isEmpty()) {
      return marks;
    }
    marks.add(new Mark(place, '^', ""));
    for (Related related : diagnostic.related()) {
      if (related.place().file().equals(place.file())
          && source.line(related.place().line()).isPresent()) {
        marks.add(new Mark(related.place(), '-', related.message()));
      }
    }
    marks.sort(Comparator.<Mark>comparingInt(mark -> mark.place().line())
        .thenComparingInt(mark -> mark.place().column()));
    return marks;
  }

  private void write(
      Mark mark, boolean showLine, int gutter, Diagnostic diagnostic, StringBuilder out) {
    VisibleLine line = new VisibleLine(source.line(mark.place().line()).orElse(""));
    int start = line.cellOf(mark.place().column());
    int end = Math.max(start + 1, endCell(mark.place(), line));
    int from = 0;
    int to = line.width();
    if (to > LONGEST_LINE) {
      from = line.startAtOrAfter(
          Math.max(0, Math.min(start - CONTEXT_BEFORE_MARK, to - LONGEST_LINE)));
      to = Math.min(to, from + LONGEST_LINE);
    }
    String lead = from > 0 ? "…" : "";
    if (showLine) {
      String tail = to < line.width() ? "…" : "";
      frame(out, gutter, Integer.toString(mark.place().line()), " | ")
          .append((lead + line.between(from, to) + tail).stripTrailing())
          .append('\n');
    }
    int indent = start - from + lead.length();
    int length = Math.max(1, Math.min(end, to) - start);
    String sign = Character.toString(mark.sign()).repeat(length);
    frame(out, gutter, "", " | ")
        .append(" ".repeat(indent))
        .append(mark.sign() == '^' ? palette.severity(diagnostic.severity(), sign) : sign)
        .append(mark.label().isEmpty() ? "" : " " + VisibleLine.safe(mark.label()))
        .append('\n');
  }

  /** A stretch over several lines is marked on its first. */
  private static int endCell(Location place, VisibleLine line) {
    return place.endLine() > place.line() ? line.width() : line.cellOf(place.endColumn());
  }

  private StringBuilder frame(StringBuilder out, int gutter, String number, String bar) {
    return out.append(palette.frame(" ".repeat(gutter - number.length()) + number + bar));
  }
}
