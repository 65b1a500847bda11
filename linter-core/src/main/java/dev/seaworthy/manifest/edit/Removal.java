package dev.seaworthy.manifest.edit;

import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.edit.TextLayout.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes out a key or an item. Comments that stood beside it stay, on lines of their own. */
final class Removal {

  private final TextLayout layout;

  Removal(TextLayout layout) {
    this.layout = layout;
  }

  /** Takes out what {@code spot} leads to; {@code above} leads to what holds it. */
  List<Edit> of(Spot spot, Spot above) throws NotEditable {
    Point start = spot.entry()
        .map(entry -> Point.startOf(entry.keySpan()))
        .orElseGet(() -> Point.startOf(spot.value().span()));
    if (spot.isInFlow()) {
      return List.of(new FlowHolder(spot.parent(), layout).remove(start));
    }
    Point begin = spot.entry().isPresent() ? start : dash(start, spot.parent());
    Point end = layout.end(spot.value(), behindKey(spot), begin.column() - 1);
    List<String> comments = Comments.between(layout, begin, end);
    if (spot.parent().size() == 1) {
      return leavingNothing(spot, above, begin, end, comments);
    }
    return List.of(
        layout.isFirst(begin)
            ? lines(begin, end, comments)
            : firstOfItem(spot, begin, end, comments));
  }

  private static Point behindKey(Spot spot) {
    return spot.entry()
        .map(entry -> Point.endOf(entry.keySpan()))
        .orElseGet(() -> Point.startOf(spot.value().span()));
  }

  private Point dash(Point item, Node list) throws NotEditable {
    Point dash = new Point(item.line(), list.span().column());
    if (!layout.behind(dash).startsWith("-") || !layout.isFirst(dash)) {
      throw new NotEditable("its dash stands elsewhere");
    }
    return dash;
  }

  private Edit lines(Point begin, Point end, List<String> comments) throws NotEditable {
    if (begin.line() == 1) {
      throw new NotEditable("it is the first line");
    }
    Point from = layout.endOfLine(begin.line() - 1);
    return layout.edit(from, layout.endOfLine(end.line()), kept(comments, begin));
  }

  private static String kept(List<String> comments, Point begin) {
    StringBuilder lines = new StringBuilder();
    comments.forEach(
        comment -> lines.append('\n').append(" ".repeat(begin.column() - 1)).append(comment));
    return lines.toString();
  }

  /** Behind its dash the next key takes its place. */
  private Edit firstOfItem(Spot spot, Point begin, Point end, List<String> comments)
      throws NotEditable {
    Point next = nextKey(spot.parent(), begin)
        .orElseThrow(() -> new NotEditable("no key of the same item follows"));
    List<String> all = new ArrayList<>(comments);
    if (next.line() > end.line() + 1) {
      Point between = new Point(end.line() + 1, 1);
      all.addAll(Comments.between(layout, between, layout.endOfLine(next.line() - 1)));
    }
    StringBuilder text = new StringBuilder();
    all.forEach(
        comment -> text.append(comment).append('\n').append(" ".repeat(begin.column() - 1)));
    return layout.edit(begin, next, text.toString());
  }

  private static Optional<Point> nextKey(Node mapping, Point begin) {
    return mapping.entries().stream()
        .map(entry -> Point.startOf(entry.keySpan()))
        .filter(begin::isBefore)
        .min((a, b) -> a.isBefore(b) ? -1 : 1);
  }

  private List<Edit> leavingNothing(
      Spot spot, Spot above, Point begin, Point end, List<String> comments) throws NotEditable {
    String nothing = spot.parent().isMapping() ? "{}" : "[]";
    if (!layout.isFirst(begin)) {
      if (!comments.isEmpty()) {
        throw new NotEditable("a comment stands beside it");
      }
      return List.of(layout.edit(begin, end, nothing));
    }
    Mapping.Entry holder =
        above.entry().orElseThrow(() -> new NotEditable("nothing holds what is left"));
    Point colon = layout.behindColon(holder.keySpan());
    if (begin.line() <= colon.line()) {
      throw new NotEditable("it shares a line with what holds it");
    }
    Point from = layout.endOfLine(begin.line() - 1);
    Edit lines = layout.edit(from, layout.endOfLine(end.line()), kept(comments, begin));
    return colon.equals(from)
        ? List.of(layout.edit(from, layout.endOfLine(end.line()), " " + nothing + lines.text()))
        : List.of(layout.insert(colon, " " + nothing), lines);
  }
}
