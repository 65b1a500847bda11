package dev.seaworthy.manifest.edit;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;

/**
 * Values on lines of their own.
 *
 * @param step by how many blanks a mapping is indented against its key
 * @param listStep by how many the dashes of a list are
 */
record BlockText(int step, int listStep) {

  private static final FlowText FLOW = new FlowText(false);

  /** A line break and an entry, whose key stands behind {@code indent} blanks. */
  String entry(String key, Node value, int indent) {
    return "\n" + " ".repeat(indent) + FLOW.text(key) + ":" + behindKey(value, indent);
  }

  /** A line break and an item, whose dash stands behind {@code indent} blanks. */
  String item(Node value, int indent) {
    String dash = "\n" + " ".repeat(indent) + "- ";
    return value.isMapping() && value.size() > 0
        ? dash + entries(value, indent + 2).stripLeading()
        : dash + FLOW.value(value);
  }

  /** What follows a colon whose key stands behind {@code indent} blanks. */
  String behindKey(Node value, int indent) {
    if (value.isMapping() && value.size() > 0) {
      return entries(value, indent + step);
    }
    if (value.isSequence() && value.size() > 0) {
      StringBuilder items = new StringBuilder();
      value.items().forEach(item -> items.append(item(item, indent + listStep)));
      return items.toString();
    }
    return " " + FLOW.value(value);
  }

  private String entries(Node mapping, int indent) {
    StringBuilder entries = new StringBuilder();
    for (Mapping.Entry entry : mapping.entries()) {
      entries.append(entry(entry.key(), entry.value(), indent));
    }
    return entries.toString();
  }
}
