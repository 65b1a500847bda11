package dev.seaworthy.manifest.edit;

import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.edit.TextLayout.Point;
import java.util.List;

/** Writes a value in place of the one that is there. */
final class Replacement {

  private final TextLayout layout;
  private final BlockText block;

  Replacement(TextLayout layout, BlockText block) {
    this.layout = layout;
    this.block = block;
  }

  /** Writes {@code value} where {@code spot} leads to. */
  List<Edit> of(Spot spot, Node value) throws NotEditable {
    boolean line = value.size() == 0 || spot.isInFlow() || spot.entry().isEmpty();
    return line || isFilledFlow(spot.value())
        ? List.of(onTheLine(spot, value))
        : below(spot.entry().get(), value);
  }

  private boolean isFilledFlow(Node written) {
    return written.size() > 0 && layout.isFlow(written);
  }

  /** One word, or what stands between braces, becomes another. */
  private Edit onTheLine(Spot spot, Node value) throws NotEditable {
    Node written = spot.value();
    Point from = Point.startOf(written.span());
    boolean block = written.size() > 0 && !layout.isFlow(written);
    if (!written.span().isWritten() || block) {
      throw new NotEditable("it has lines of its own");
    }
    String text = new FlowText(isJson(spot)).value(value);
    if (spot.entry().isPresent()) {
      return behindKey(spot.entry().get(), text);
    }
    Point to = Point.endOf(written.span());
    return without(from, to, text);
  }

  private Edit behindKey(Mapping.Entry entry, String text) throws NotEditable {
    Point colon = layout.behindColon(entry.keySpan());
    Point from = Point.startOf(entry.value().span());
    Point to = layout.end(entry);
    if (from.isBefore(colon) || from.equals(to)) {
      requireNothing(layout.behind(colon));
      return layout.insert(colon, " " + text);
    }
    return without(from, to, text);
  }

  private static void requireNothing(String rest) throws NotEditable {
    String words = rest.strip();
    if (!words.isEmpty() && words.charAt(0) != '#') {
      throw new NotEditable("an alias or the like stands there");
    }
  }

  private boolean isJson(Spot spot) {
    Node around =
        spot.entry().isPresent() || spot.parent().size() == 0 ? spot.value() : spot.parent();
    Point start = spot.entry()
        .map(entry -> Point.startOf(entry.keySpan()))
        .orElseGet(() -> Point.startOf(around.span()));
    return spot.isInFlow() && layout.behind(start).startsWith("\"");
  }

  /** Lines below the key take the place of what follows it; a comment stays beside the key. */
  private List<Edit> below(Mapping.Entry entry, Node value) throws NotEditable {
    String text = block.behindKey(value, entry.keySpan().column() - 1);
    Point colon = layout.behindColon(entry.keySpan());
    Point end = layout.end(entry);
    if (end.isBefore(colon)) {
      end = colon;
    }
    if (end.line() != colon.line()) {
      return List.of(without(colon, end, text));
    }
    Point eol = layout.endOfLine(end.line());
    requireNothing(layout.behind(end));
    String written = layout.between(colon, end).strip();
    Point from = Point.startOf(entry.value().span());
    if (!written.isEmpty()
        && (from.isBefore(colon) || !layout.between(colon, from).isBlank())) {
      throw new NotEditable("an anchor, a tag or an alias stands there");
    }
    if (layout.behind(end).isBlank()) {
      return List.of(layout.edit(colon, eol, text));
    }
    return written.isEmpty()
        ? List.of(layout.insert(eol, text))
        : List.of(layout.edit(colon, end, ""), layout.insert(eol, text));
  }

  private Edit without(Point from, Point to, String text) throws NotEditable {
    String old = layout.between(from, to);
    if (old.indexOf('\n') >= 0 && old.indexOf('#') >= 0) {
      throw new NotEditable("there may be a comment in it");
    }
    return layout.edit(from, to, text);
  }
}
