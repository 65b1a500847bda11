package dev.seaworthy.manifest.edit;

import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.edit.TextLayout.Point;
import java.util.ArrayList;
import java.util.List;

/** A mapping or list between braces or brackets, which is not empty. */
final class FlowHolder {

  private final Node holder;
  private final TextLayout layout;
  private final List<Part> parts = new ArrayList<>();

  /** What stands between two commas. */
  record Part(Point start, Point end) {}

  FlowHolder(Node holder, TextLayout layout) throws NotEditable {
    this.holder = holder;
    this.layout = layout;
    for (Mapping.Entry entry : holder.entries()) {
      parts.add(new Part(Point.startOf(entry.keySpan()), layout.end(entry)));
    }
    Point begin = Point.startOf(holder.span());
    for (Node item : holder.items()) {
      parts.add(new Part(Point.startOf(item.span()), layout.end(item, begin, 0)));
    }
    for (Part part : parts) {
      if (part.start().isBefore(begin)) {
        throw new NotEditable("part of it stands elsewhere");
      }
    }
    parts.sort((a, b) -> a.start.isBefore(b.start) ? -1 : b.start.isBefore(a.start) ? 1 : 0);
  }

  /** How values are written here. */
  FlowText text() {
    return new FlowText(layout.behind(parts.get(0).start()).startsWith("\""));
  }

  /** Writes {@code key} and {@code value} behind all others. */
  List<Edit> insert(String key, Node value) throws NotEditable {
    Part last = parts.get(parts.size() - 1);
    boolean lines =
        layout.isFirst(last.start()) && last.start().line() > holder.span().line();
    String indent = layout.ahead(last.start());
    String text = lines
        ? "\n" + indent + key + text().lines(value, indent, step(indent))
        : " " + key + text().value(value);
    String rest = layout.behind(last.end()).strip();
    if (rest.matches(",\\s*#.*")) {
      throw new NotEditable("a comment follows the last comma");
    }
    return rest.startsWith("#")
        ? List.of(
            layout.insert(last.end(), ","),
            layout.insert(layout.endOfLine(last.end().line()), "\n" + indent + text.strip()))
        : List.of(layout.insert(last.end(), "," + text));
  }

  /** By what the lines in here begin further in than the line that opens it. */
  private String step(String indent) {
    String line = layout.line(holder.span().line());
    String outer = line.substring(0, line.length() - line.stripLeading().length());
    boolean isWithin = indent.startsWith(outer) && indent.length() > outer.length();
    return isWithin ? indent.substring(outer.length()) : "  ";
  }

  /** Takes out what begins at {@code start}, with the comma that parts it from the others. */
  Edit remove(Point start) throws NotEditable {
    int at = 0;
    while (at < parts.size() && !parts.get(at).start().equals(start)) {
      at++;
    }
    if (at == parts.size()) {
      throw new NotEditable("it stands elsewhere");
    }
    if (parts.size() == 1) {
      Point from = Point.startOf(holder.span());
      Point to = Point.endOf(holder.span());
      return without(from, to, holder.isMapping() ? "{}" : "[]");
    }
    return at < parts.size() - 1
        ? without(start, parts.get(at + 1).start(), "")
        : without(parts.get(at - 1).end(), parts.get(at).end(), "");
  }

  private Edit without(Point from, Point to, String text) throws NotEditable {
    if (layout.between(from, to).indexOf('#') >= 0) {
      throw new NotEditable("there may be a comment in it");
    }
    return layout.edit(from, to, text);
  }
}
