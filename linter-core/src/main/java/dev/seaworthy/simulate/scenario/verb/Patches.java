package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.server.StrategicMergePatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Patches of the two forms that are no JSON merge patch. */
final class Patches {

  private Patches() {}

  static Resource strategic(Resource object, Node patch) {
    return StrategicMergePatch.merged(object.root(), patch) instanceof Mapping merged
        ? new Resource(merged)
        : object;
  }

  /** The operations {@code add}, {@code replace} and {@code remove} of RFC 6902, in order. */
  static Optional<Resource> json(Resource object, Node operations) {
    Optional<Node> root = Optional.of(object.root());
    for (Node operation : operations.items()) {
      List<String> path = path(operation.get("path").text());
      root = root.flatMap(node -> applied(node, path, operation));
    }
    return root.filter(Mapping.class::isInstance).map(node -> new Resource((Mapping) node));
  }

  private static List<String> path(String pointer) {
    return Arrays.stream(pointer.split("/"))
        .skip(1)
        .map(step -> step.replace("~1", "/").replace("~0", "~"))
        .toList();
  }

  private static Optional<Node> applied(Node node, List<String> path, Node operation) {
    if (path.isEmpty()) {
      return Optional.of(operation.get("value"));
    }
    String step = path.get(0);
    boolean isLast = path.size() == 1;
    if (node instanceof Mapping mapping) {
      if (isLast) {
        return inMapping(mapping, step, operation);
      }
      return applied(mapping.get(step), path.subList(1, path.size()), operation)
          .map(value -> mapping.with(step, value));
    }
    if (node instanceof Sequence sequence) {
      return isLast
          ? inSequence(sequence, step, operation)
          : item(sequence, step)
              .flatMap(
                  index -> applied(sequence.get(index), path.subList(1, path.size()), operation)
                      .map(value -> replaced(sequence, index, value)));
    }
    return Optional.empty();
  }

  private static Optional<Node> inMapping(Mapping mapping, String key, Node operation) {
    String op = operation.get("op").text();
    if (op.equals("add")) {
      return Optional.of(mapping.with(key, operation.get("value")));
    }
    if (!mapping.has(key)) {
      return Optional.empty();
    }
    return switch (op) {
      case "replace" -> Optional.of(mapping.with(key, operation.get("value")));
      case "remove" -> Optional.of(mapping.without(key));
      default -> Optional.empty();
    };
  }

  private static Optional<Node> inSequence(Sequence sequence, String step, Node operation) {
    String op = operation.get("op").text();
    if (op.equals("add")) {
      int index = step.equals("-") ? sequence.size() : item(sequence, step).orElse(sequence.size());
      List<Node> items = new ArrayList<>(sequence.items());
      items.add(index, operation.get("value"));
      return Optional.of(Sequence.of(items));
    }
    return item(sequence, step).flatMap(index -> switch (op) {
      case "replace" -> Optional.of(replaced(sequence, index, operation.get("value")));
      case "remove" -> {
        List<Node> items = new ArrayList<>(sequence.items());
        items.remove((int) index);
        yield Optional.of(Sequence.of(items));
      }
      default -> Optional.<Node>empty();
    });
  }

  private static Optional<Integer> item(Sequence sequence, String step) {
    return step.matches("\\d{1,9}") && Integer.parseInt(step) < sequence.size()
        ? Optional.of(Integer.parseInt(step))
        : Optional.empty();
  }

  private static Node replaced(Sequence sequence, int index, Node value) {
    List<Node> items = new ArrayList<>(sequence.items());
    items.set(index, value);
    return Sequence.of(items);
  }
}
