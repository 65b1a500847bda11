package dev.seaworthy.lint.check;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.List;
import java.util.function.Predicate;

/** All texts of an object, each with its place. */
final class Texts {

  private Texts() {}

  /** What is done with a text; it may leave out what lies below a place. */
  interface Visitor {

    void visit(FieldPath place, String text);

    /** Whether to look at what lies at {@code place} at all. */
    default boolean enters(FieldPath place) {
      return true;
    }
  }

  /** Whether there is such a text anywhere; most objects have none, and places cost more than texts. */
  static boolean haveAny(Node node, Predicate<String> wanted) {
    if (node instanceof Scalar) {
      return node.isString() && wanted.test(node.text());
    }
    if (node instanceof Mapping mapping) {
      for (int i = 0; i < mapping.size(); i++) {
        if (haveAny(mapping.entry(i).value(), wanted)) {
          return true;
        }
      }
      return false;
    }
    List<Node> items = node.items();
    for (int i = 0; i < items.size(); i++) {
      if (haveAny(items.get(i), wanted)) {
        return true;
      }
    }
    return false;
  }

  static void visit(Node root, Visitor visitor) {
    visit(root, FieldPath.ROOT, visitor);
  }

  private static void visit(Node node, FieldPath place, Visitor visitor) {
    if (node.isString()) {
      visitor.visit(place, node.text());
    } else if (visitor.enters(place)) {
      for (Mapping.Entry entry : node.entries()) {
        visit(entry.value(), place.child(entry.key()), visitor);
      }
      List<Node> items = node.items();
      for (int i = 0; i < items.size(); i++) {
        visit(items.get(i), place.index(i), visitor);
      }
    }
  }
}
