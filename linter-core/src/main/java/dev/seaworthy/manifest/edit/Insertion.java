package dev.seaworthy.manifest.edit;

import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.edit.TextLayout.Point;
import java.util.List;

/** Writes what is missing behind what is there: a key of a mapping, an item of a list. */
final class Insertion {

  private final TextLayout layout;
  private final BlockText block;
  private final Replacement replacement;

  Insertion(TextLayout layout, BlockText block) {
    this.layout = layout;
    this.block = block;
    this.replacement = new Replacement(layout, block);
  }

  /** Writes {@code value} for the step that is missing. */
  List<Edit> at(Spot spot, Node value) throws NotEditable {
    Node holder = spot.value();
    String step = spot.missing().lastStep();
    boolean item = spot.missing().isIndex();
    if (spot.isEmpty()) {
      return replacement.of(spot, item ? Sequence.of(List.of(value)) : Mapping.of(step, value));
    }
    if (item ? !holder.isSequence() : !holder.isMapping()) {
      throw new NotEditable("there is something else at " + spot.missing());
    }
    if (spot.isInFlow() || layout.isFlow(holder)) {
      FlowHolder flow = new FlowHolder(holder, layout);
      return flow.insert(item ? "" : flow.text().key(step), value);
    }
    return List.of(item ? item(holder, value) : entry(holder, step, value));
  }

  private Edit entry(Node mapping, String key, Node value) throws NotEditable {
    Point begin = Point.startOf(mapping.span());
    Point end = layout.end(mapping, begin, begin.column() - 1);
    String text = block.entry(key, value, begin.column() - 1);
    return layout.insert(layout.endOfLine(end.line()), text);
  }

  private Edit item(Node list, Node value) throws NotEditable {
    Point dash = Point.startOf(list.span());
    if (!layout.behind(dash).startsWith("-")) {
      throw new NotEditable("no dash begins the list");
    }
    Point end = layout.end(list, dash, dash.column() - 1);
    return layout.insert(layout.endOfLine(end.line()), block.item(value, dash.column() - 1));
  }
}
