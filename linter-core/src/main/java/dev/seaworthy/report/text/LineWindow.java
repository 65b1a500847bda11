package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.diagnostic.SourceText.Stretch;
import java.util.Optional;

/**
 * What is shown of a line: all of a short one, of a long one what stands around a place. Only that
 * much of the line is looked at, so that a mark costs the same wherever it is.
 */
final class LineWindow {

  private static final int LONGEST = 100;
  private static final int CELLS_AHEAD = 40;

  /** More than is shown, as there are characters without a width. */
  private static final int CHARACTERS_AHEAD = 200;

  private static final int CHARACTERS_BEHIND = 300;

  private final int line;
  private final Stretch stretch;
  private final VisibleLine visible;
  private final int from;
  private final int to;

  private LineWindow(Location place, Stretch stretch) {
    this.line = place.line();
    this.stretch = stretch;
    this.visible = new VisibleLine(stretch.text());
    int width = visible.width();
    int start = cellOf(place.column());
    this.from = width <= LONGEST
        ? 0
        : visible.startAtOrAfter(Math.max(0, Math.min(start - CELLS_AHEAD, width - LONGEST)));
    this.to = Math.min(width, from + LONGEST);
  }

  /** Around the beginning of {@code place}; empty if the text has no such line. */
  static Optional<LineWindow> around(Location place, SourceText source) {
    return source
        .around(place.line(), place.column(), CHARACTERS_AHEAD, CHARACTERS_BEHIND)
        .map(stretch -> new LineWindow(place, stretch));
  }

  int line() {
    return line;
  }

  /** Whether {@code place} begins in what is shown. */
  boolean shows(Location place) {
    boolean isRead = place.column() >= stretch.column() || stretch.column() == 1;
    int start = cellOf(place.column());
    return place.line() == line && isRead && start >= from && (start < to || isWhole());
  }

  private boolean isWhole() {
    return to == visible.width() && !stretch.more();
  }

  String text() {
    return (lead() + visible.between(from, to) + (isWhole() ? "" : "…")).stripTrailing();
  }

  private String lead() {
    return from > 0 || stretch.column() > 1 ? "…" : "";
  }

  /** How many cells stand before the mark of {@code place}. */
  int indent(Location place) {
    return cellOf(place.column()) - from + lead().length();
  }

  /** How many cells the mark of {@code place} takes; what spans lines is marked on its first. */
  int length(Location place) {
    int start = cellOf(place.column());
    int end = place.endLine() > place.line() ? visible.width() : cellOf(place.endColumn());
    return Math.max(1, Math.min(end, to) - start);
  }

  private int cellOf(int column) {
    return visible.cellOf(column - stretch.column() + 1);
  }
}
