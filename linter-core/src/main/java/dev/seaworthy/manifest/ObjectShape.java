package dev.seaworthy.manifest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code kubectl} demands of a document before it sends it: a mapping that names its kind. */
final class ObjectShape {

  private ObjectShape() {}

  /** Something that keeps a document from being an object. */
  record Flaw(String message, @Nullable String remedy, Span span) {

    Flaw(String message, Span span) {
      this(message, null, span);
    }

    UnreadableException asProblem() {
      return new UnreadableException(
          ProblemCode.NOT_AN_OBJECT, message, remedy, span.line(), span.column());
    }
  }

  /** Why {@code root} can't be sent; empty if it can. */
  static List<Flaw> flaws(Node root) {
    List<Flaw> flaws = ownFlaws(root);
    if (!flaws.isEmpty() || !isPlainList(root)) {
      return flaws;
    }
    if (!(root.get("items") instanceof Sequence items)) {
      return List.of(new Flaw("the List has no list of items", root.span()));
    }
    List<Flaw> ofItems = new ArrayList<>();
    items.items().forEach(item -> ofItems.addAll(flaws(item)));
    return ofItems;
  }

  /** Whether nothing in {@code root} claims to be an object: neither apiVersion nor kind. */
  static boolean namesNothing(Node root) {
    return root.get("apiVersion").isAbsent() && root.get("kind").isAbsent();
  }

  /** Whether nothing in {@code root} means to be an object, not even a list of some or a slip. */
  static boolean claimsNothing(Node root) {
    if (root instanceof Scalar scalar) {
      // "kind:Pod" without a space is a text to YAML.
      return !scalar.text().contains("apiVersion") && !scalar.text().contains("kind:");
    }
    return namesNothing(root) && root.items().stream().allMatch(ObjectShape::namesNothing);
  }

  private static List<Flaw> ownFlaws(Node root) {
    if (root.isSequence() && !claimsNothing(root)) {
      return List.of(new Flaw(
          "the document is a list of objects, which kubectl does not read",
          "Part the objects with ---, or make the list the items of an object of kind List.",
          root.span()));
    }
    if (!(root instanceof Mapping mapping)) {
      return List.of(new Flaw("the document is " + name(root) + ", not an object", root.span()));
    }
    List<Flaw> flaws = new ArrayList<>();
    checkName(mapping, "apiVersion", flaws);
    checkName(mapping, "kind", flaws);
    return flaws;
  }

  private static void checkName(Mapping mapping, String field, List<Flaw> flaws) {
    Node value = mapping.get(field);
    if (value.isAbsent()) {
      flaws.add(new Flaw(field + " is not set", mapping.span()));
    } else if (!value.isString()) {
      flaws.add(new Flaw(field + " is " + name(value) + ", it must be a string", value.span()));
    }
  }

  private static String name(Node node) {
    if (node instanceof Scalar scalar) {
      return switch (scalar.kind()) {
        case STRING -> "a text";
        case INTEGER, FLOAT -> "a number";
        case BOOLEAN -> "a boolean";
        case NULL -> "null";
      };
    }
    return node.isSequence() ? "a list" : node.isMapping() ? "a mapping" : "nothing";
  }

  private static boolean isPlainList(Node root) {
    return root.get("kind").stringOr("").equals("List")
        && root.get("apiVersion").stringOr("").equals("v1");
  }

  /** The objects that {@code root} stands for: its items if it is a list of any kind, else itself. */
  static List<Node> objects(Node root) {
    if (!(root instanceof Mapping mapping) || !mapping.has("items")) {
      return List.of(root);
    }
    List<Node> objects = new ArrayList<>();
    mapping.get("items").items().forEach(item -> objects.addAll(objects(named(item, mapping))));
    return objects;
  }

  // The items of a PodList may leave out what the list says already.
  private static Node named(Node item, Mapping list) {
    if (!(item instanceof Mapping object) || object.has("kind") || object.has("apiVersion")) {
      return item;
    }
    String kind = list.get("kind").stringOr("").replaceAll("List$", "");
    return object.with("kind", Scalar.of(kind)).with("apiVersion", list.get("apiVersion"));
  }
}
