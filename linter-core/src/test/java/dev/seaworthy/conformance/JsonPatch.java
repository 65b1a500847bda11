package dev.seaworthy.conformance;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The operations of RFC 6902 that the corpus uses: add, remove, replace. */
public final class JsonPatch {

  private JsonPatch() {}

  public static Node apply(Node document, Node operations) {
    Node patched = document;
    for (Node operation : operations.items()) {
      patched = change(
          patched,
          Pointer.steps(operation.get("path").text()),
          operation.get("op").text(),
          operation.get("value"));
    }
    return patched;
  }

  private static Node change(Node node, List<String> steps, String op, Node value) {
    String step = steps.get(0);
    List<String> rest = steps.subList(1, steps.size());
    if (node instanceof Mapping mapping) {
      if (!rest.isEmpty()) {
        return mapping.with(step, change(mapping.get(step), rest, op, value));
      }
      return op.equals("remove") ? mapping.without(step) : mapping.with(step, value);
    }
    if (node instanceof Sequence sequence) {
      return changeItem(sequence, step, rest, op, value);
    }
    throw new IllegalArgumentException(
        "the patch leads through a value that holds nothing: " + step);
  }

  private static Node changeItem(
      Sequence sequence, String step, List<String> rest, String op, Node value) {
    List<Node> items = new ArrayList<>(sequence.items());
    if (step.equals("-")) {
      items.add(value);
      return Sequence.of(items);
    }
    int index = Integer.parseInt(step);
    if (!rest.isEmpty()) {
      items.set(index, change(items.get(index), rest, op, value));
    } else if (op.equals("remove")) {
      items.remove(index);
    } else if (op.equals("add")) {
      items.add(index, value);
    } else {
      items.set(index, value);
    }
    return Sequence.of(items);
  }
}
