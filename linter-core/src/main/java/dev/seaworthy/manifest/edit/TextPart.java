package dev.seaworthy.manifest.edit;

import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.edit.TextLayout.Point;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Some lines of a text as a text of their own.
 *
 * @param first the first of them in the whole text
 * @param end the line behind the last of them
 * @param cut how many columns of the first line are left out
 * @param indent how many blanks of each other line are left out
 */
record TextPart(SourceText text, int first, int end, int cut, int indent) {

  /**
   * The object by itself: the item of a list, a value of JSON. Not where its text may have to do with
   * what stands elsewhere.
   */
  static Optional<TextPart> ofObject(Node root, TextLayout layout) {
    try {
      Point begin = Point.startOf(root.span());
      if (layout.isFlow(root)) {
        Point to = Point.endOf(root.span());
        return Optional.of(part(layout, layout.between(begin, to), begin, to.line(), 0));
      }
      return begin.column() == 1 ? Optional.empty() : ofItem(root, begin, layout);
    } catch (NotEditable alias) {
      return Optional.empty();
    }
  }

  private static Optional<TextPart> ofItem(Node root, Point begin, TextLayout layout)
      throws NotEditable {
    int indent = begin.column() - 1;
    Point end = layout.end(root, begin, indent);
    StringBuilder lines = new StringBuilder(layout.behind(begin));
    for (int line = begin.line() + 1; line <= end.line(); line++) {
      String text = layout.line(line);
      if (!text.isBlank() && !text.startsWith(" ".repeat(indent))) {
        return Optional.empty();
      }
      lines.append('\n').append(text.isBlank() ? "" : text.substring(indent));
    }
    String all = lines.toString();
    return all.indexOf('&') >= 0 || all.indexOf('*') >= 0
        ? Optional.empty()
        : Optional.of(part(layout, all, begin, end.line(), indent));
  }

  private static TextPart part(
      TextLayout layout, String text, Point begin, int lastLine, int indent) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new TextPart(
        new SourceText(layout.file(), utf8),
        begin.line(),
        lastLine + 1,
        begin.column() - 1,
        indent);
  }

  /** All of the document that the object stands in. */
  static TextPart ofDocument(Node root, TextLayout layout) {
    int first = root.span().line();
    while (first > 1 && !layout.isSeparator(first - 1)) {
      first--;
    }
    int end = root.span().line() + 1;
    while (end <= layout.lines() && !layout.isSeparator(end)) {
      end++;
    }
    return new TextPart(layout.part(first, end), first, end, 0, 0);
  }

  /** Whether {@code one}, of this part, is {@code other} of the whole. */
  boolean isAt(Node one, Node other) {
    return one.span().line() == other.span().line() - first + 1
        && one.span().column() == column(other.span().line(), other.span().column());
  }

  /** The edit as one of this part; empty if it reaches beyond it. */
  Optional<Edit> moved(Edit edit) {
    Location place = edit.place();
    String text = edit.text().replace("\r\n", "\n");
    String shorter = text.replace("\n" + " ".repeat(indent), "\n");
    boolean isWithin = place.line() >= first
        && place.endLine() < end
        && column(place.line(), place.column()) > 0
        && column(place.endLine(), place.endColumn()) > 0
        && text.length() - shorter.length() == indent * breaks(text);
    return isWithin
        ? Optional.of(new Edit(
            new Location(
                place.file(),
                place.line() - first + 1,
                column(place.line(), place.column()),
                place.endLine() - first + 1,
                column(place.endLine(), place.endColumn())),
            shorter))
        : Optional.empty();
  }

  private static long breaks(String text) {
    return text.chars().filter(c -> c == '\n').count();
  }

  private int column(int line, int column) {
    return column - (line == first ? cut : indent);
  }
}
