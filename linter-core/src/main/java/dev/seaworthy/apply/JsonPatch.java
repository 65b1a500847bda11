package dev.seaworthy.apply;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** JSON Patch (RFC 6902): operations on places, in order; if one does not fit, none is done. */
public final class JsonPatch {

  private JsonPatch() {}

  /** {@code document} after all operations; empty if one of them does not fit it. */
  public static Optional<Node> applied(Node document, Node operations) {
    Optional<Node> patched = Optional.of(document);
    for (Node operation : operations.items()) {
      patched = patched.flatMap(node -> operated(node, operation));
    }
    return patched;
  }

  private static Optional<Node> operated(Node document, Node operation) {
    List<String> path = JsonPointer.steps(operation.get("path").text());
    Node value = operation.get("value");
    List<String> from = JsonPointer.steps(operation.get("from").text());
    return switch (operation.get("op").text()) {
      case "add" -> added(document, path, value);
      case "remove" -> removed(document, path);
      case "replace" -> replaced(document, path, value);
      case "test" -> at(document, path).filter(value::sameAs).map(same -> document);
      case "copy" -> at(document, from).flatMap(found -> added(document, path, found));
      case "move" ->
        at(document, from)
            .flatMap(found -> removed(document, from).flatMap(rest -> added(rest, path, found)));
      default -> Optional.empty();
    };
  }

  /** What lies where {@code pointer} leads to; empty if nothing does. */
  public static Optional<Node> valueAt(Node document, String pointer) {
    return at(document, JsonPointer.steps(pointer));
  }

  private static Optional<Node> at(Node document, List<String> path) {
    Optional<Node> node = Optional.of(document);
    for (String step : path) {
      node = node.flatMap(holder -> child(holder, step));
    }
    return node;
  }

  private static Optional<Node> child(Node holder, String step) {
    if (holder instanceof Mapping mapping) {
      return mapping.has(step) ? Optional.of(mapping.get(step)) : Optional.empty();
    }
    int index = index(step, holder.size());
    return index >= 0 && index < holder.size() ? Optional.of(holder.get(index)) : Optional.empty();
  }

  /** A negative index counts from the end, as in Kubernetes' own library. */
  private static int index(String step, int size) {
    boolean fromEnd = step.startsWith("-");
    String digits = fromEnd ? step.substring(1) : step;
    boolean isNumber = !digits.isEmpty()
        && digits.length() < 10
        && digits.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    if (!isNumber) {
      return -1;
    }
    int number = Integer.parseInt(digits);
    return fromEnd ? size - number : number;
  }

  /** Does {@code change} where the last step leads to. */
  private static Optional<Node> changed(Node node, List<String> path, Change change) {
    String step = path.get(0);
    if (path.size() == 1) {
      return change.in(node, step);
    }
    return child(node, step)
        .flatMap(inner -> changed(inner, path.subList(1, path.size()), change))
        .flatMap(inner -> with(node, step, inner));
  }

  @FunctionalInterface
  private interface Change {
    Optional<Node> in(Node holder, String step);
  }

  private static Optional<Node> added(Node document, List<String> path, Node value) {
    return path.isEmpty()
        ? Optional.of(value)
        : changed(document, path, (holder, step) -> plus(holder, step, value));
  }

  private static Optional<Node> plus(Node holder, String step, Node value) {
    if (holder instanceof Mapping mapping) {
      return Optional.of(mapping.with(step, value));
    }
    int index = step.equals("-") ? holder.size() : index(step, holder.size() + 1);
    if (!holder.isSequence() || index < 0 || index > holder.size()) {
      return Optional.empty();
    }
    List<Node> items = new ArrayList<>(holder.items());
    items.add(index, value);
    return Optional.of(Sequence.of(items));
  }

  private static Optional<Node> replaced(Node document, List<String> path, Node value) {
    return path.isEmpty()
        ? Optional.of(value)
        : changed(
            document,
            path,
            (holder, step) -> child(holder, step).flatMap(former -> with(holder, step, value)));
  }

  private static Optional<Node> with(Node holder, String step, Node value) {
    if (holder instanceof Mapping mapping) {
      return Optional.of(mapping.with(step, value));
    }
    List<Node> items = new ArrayList<>(holder.items());
    items.set(index(step, items.size()), value);
    return Optional.of(Sequence.of(items));
  }

  private static Optional<Node> removed(Node document, List<String> path) {
    return path.isEmpty()
        ? Optional.empty()
        : changed(
            document,
            path,
            (holder, step) -> child(holder, step).map(former -> minus(holder, step)));
  }

  private static Node minus(Node holder, String step) {
    if (holder instanceof Mapping mapping) {
      return mapping.without(step);
    }
    List<Node> items = new ArrayList<>(holder.items());
    items.remove(index(step, items.size()));
    return Sequence.of(items);
  }
}
