package dev.seaworthy.simulate.scenario;

import dev.seaworthy.manifest.Node;

/** Taints as people write them: {@code key=value:Effect}, or {@code key:Effect} without a value. */
final class TaintText {

  private TaintText() {}

  static String write(Node taint) {
    String value = taint.get("value").text();
    return taint.get("key").text()
        + (value.isEmpty() ? "" : "=" + value)
        + ":"
        + taint.get("effect").text();
  }

  /** Whether two taints are of one key and effect: a node has only one of those. */
  static boolean sameKeyAndEffect(Node a, Node b) {
    return a.get("key").text().equals(b.get("key").text())
        && a.get("effect").text().equals(b.get("effect").text());
  }
}
