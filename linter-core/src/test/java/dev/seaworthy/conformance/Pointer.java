package dev.seaworthy.conformance;

import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Places in a value as RFC 6901 writes them. */
public final class Pointer {

  private Pointer() {}

  /** The value at {@code pointer}; absent if nothing is there. */
  public static Node at(Node root, String pointer) {
    Node node = root;
    for (String step : steps(pointer)) {
      node = node.isSequence() ? node.get(Integer.parseInt(step)) : node.get(step);
    }
    return node;
  }

  static List<String> steps(String pointer) {
    List<String> steps = new ArrayList<>();
    for (String step : pointer.substring(Math.min(1, pointer.length())).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return steps;
  }
}
