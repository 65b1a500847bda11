package dev.seaworthy.manifest.edit;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;

/** By how much an object's text indents: as where it does so first. */
final class Style {

  private static final int USUAL = 2;

  private final TextLayout layout;
  private int step;
  private int listStep = -1;

  private Style(TextLayout layout) {
    this.layout = layout;
  }

  static BlockText of(Node root, TextLayout layout) {
    Style style = new Style(layout);
    style.look(root);
    return new BlockText(style.step > 0 ? style.step : USUAL, Math.max(style.listStep, 0));
  }

  /** Whether there is nothing more to find out. */
  private boolean look(Node node) {
    for (Mapping.Entry entry : node.entries()) {
      compare(entry);
      if (isKnown() || look(entry.value())) {
        return true;
      }
    }
    for (Node item : node.items()) {
      if (look(item)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKnown() {
    return step > 0 && listStep >= 0;
  }

  private void compare(Mapping.Entry entry) {
    Span key = entry.keySpan();
    Span value = entry.value().span();
    if (value.line() <= key.line() || layout.isFlow(entry.value())) {
      return;
    }
    int further = value.column() - key.column();
    if (step == 0 && entry.value().isMapping() && further > 0) {
      step = further;
    } else if (listStep < 0 && entry.value().isSequence() && further >= 0) {
      listStep = further;
    }
  }
}
