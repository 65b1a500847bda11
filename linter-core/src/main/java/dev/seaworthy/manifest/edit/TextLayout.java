package dev.seaworthy.manifest.edit;

import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;

/** How values are written, and where they end. Columns count code points, from 1. */
final class TextLayout {

  private final SourceText source;

  TextLayout(SourceText source) {
    this.source = source;
  }

  /** A point between two characters. */
  record Point(int line, int column) {

    static Point startOf(Span span) {
      return new Point(span.line(), span.column());
    }

    static Point endOf(Span span) {
      return new Point(span.endLine(), span.endColumn());
    }

    boolean isBefore(Point other) {
      return line < other.line || (line == other.line && column < other.column);
    }
  }

  /** Line {@code number} without its end; empty beyond the text. */
  String line(int number) {
    return source.line(number).orElse("");
  }

  int lines() {
    return source.lines();
  }

  String file() {
    return source.file();
  }

  /** Lines {@code first} to before {@code end}, as they are. */
  SourceText part(int first, int end) {
    return source.lines(first, end);
  }

  /** Whether a document ends in front of line {@code number}. */
  boolean isSeparator(int number) {
    return line(number).startsWith("---");
  }

  String lineBreak() {
    return source.lineBreak();
  }

  /** What stands in the line of {@code point}, from there on. */
  String behind(Point point) {
    String line = line(point.line());
    int from = Math.min(point.column() - 1, line.codePointCount(0, line.length()));
    return line.substring(line.offsetByCodePoints(0, from));
  }

  /** What stands in the line of {@code point} ahead of it. */
  String ahead(Point point) {
    String line = line(point.line());
    return line.substring(0, line.length() - behind(point).length());
  }

  /** Whether nothing but blanks stand ahead of {@code point} in its line. */
  boolean isFirst(Point point) {
    return ahead(point).isBlank();
  }

  Point endOfLine(int number) {
    String line = line(number);
    return new Point(number, line.codePointCount(0, line.length()) + 1);
  }

  /** The text between two points, its line ends as LF. */
  String between(Point from, Point to) {
    if (from.line() == to.line()) {
      String rest = behind(from);
      return rest.substring(0, rest.length() - behind(to).length());
    }
    StringBuilder text = new StringBuilder(behind(from));
    for (int line = from.line() + 1; line < to.line(); line++) {
      text.append('\n').append(line(line));
    }
    return text.append('\n').append(ahead(to)).toString();
  }

  /** Whether a mapping or list is written with braces or brackets. */
  boolean isFlow(Node collection) {
    if (!collection.span().isWritten()) {
      return false;
    }
    String text = behind(Point.startOf(collection.span()));
    return text.startsWith("{") || text.startsWith("[");
  }

  /** The point behind the colon of a key. */
  Point behindColon(Span key) throws NotEditable {
    Point end = Point.endOf(key);
    String rest = behind(end);
    int at = 0;
    while (at < rest.length() && (rest.charAt(at) == ' ' || rest.charAt(at) == '\t')) {
      at++;
    }
    if (at == rest.length() || rest.charAt(at) != ':') {
      throw new NotEditable("no colon follows the key");
    }
    return new Point(end.line(), end.column() + at + 1);
  }

  /** Where the entry of a block mapping ends. */
  Point end(Mapping.Entry entry) throws NotEditable {
    Point key = Point.endOf(entry.keySpan());
    return end(entry.value(), key, indent(entry.keySpan()));
  }

  /** The blanks that keys beside this one are indented by. */
  private static int indent(Span key) {
    return key.column() - 1;
  }

  /**
   * Where {@code value} ends, which is written behind {@code start}, in lines that are indented by more
   * than {@code indent}.
   */
  Point end(Node value, Point start, int indent) throws NotEditable {
    Point begin = Point.startOf(value.span());
    if (begin.isBefore(start)) {
      return behindAlias(start);
    }
    if (value.isMapping() || value.isSequence()) {
      return isFlow(value) ? Point.endOf(value.span()) : endOfBlock(value, begin);
    }
    String text = behind(begin);
    return text.startsWith("|") || text.startsWith(">")
        ? endOfText(begin.line(), text, indent)
        : Point.endOf(value.span());
  }

  private Point endOfBlock(Node value, Point begin) throws NotEditable {
    Point end = begin;
    for (Mapping.Entry entry : value.entries()) {
      Point key = Point.startOf(entry.keySpan());
      if (!key.isBefore(begin)) {
        end = later(end, end(entry));
      }
    }
    int indent = begin.column() - 1;
    for (Node item : value.items()) {
      end = later(end, end(item, begin, indent));
    }
    return end;
  }

  private static Point later(Point one, Point other) {
    return one.isBefore(other) ? other : one;
  }

  /** An alias is one word. */
  private Point behindAlias(Point start) throws NotEditable {
    String rest = behind(start);
    int at = rest.indexOf('*');
    if (at < 0) {
      throw new NotEditable("the value stands elsewhere");
    }
    int end = at;
    while (end < rest.length() && " \t,]}".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return new Point(start.line(), start.column() + rest.codePointCount(0, end));
  }

  /** The end of a text behind {@code |} or {@code >}; blank lines belong to it if it keeps them. */
  private Point endOfText(int header, String indicators, int indent) {
    boolean keepsBlanks = indicators.split("[ \t#]", 2)[0].contains("+");
    int end = header;
    for (int line = header + 1; line <= lines(); line++) {
      String text = line(line);
      if (text.isBlank()) {
        end = keepsBlanks ? line : end;
      } else if (text.length() - text.stripLeading().length() > indent) {
        end = line;
      } else {
        break;
      }
    }
    return endOfLine(end);
  }

  Edit edit(Point from, Point to, String text) {
    return new Edit(
        new Location(source.file(), from.line(), from.column(), to.line(), to.column()),
        text.replace("\n", lineBreak()));
  }

  Edit insert(Point at, String text) {
    return edit(at, at, text);
  }
}
