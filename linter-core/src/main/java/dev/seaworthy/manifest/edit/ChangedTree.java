package dev.seaworthy.manifest.edit;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.ArrayList;
import java.util.List;

/** An object's tree as it should be after a change: what the changed text is held to. */
final class ChangedTree {

  private ChangedTree() {}

  /** {@code root} after {@code changes}, one after the other. */
  static Node of(Node root, List<Change> changes) throws NotEditable {
    Node changed = root;
    for (Change change : changes) {
      changed = at(changed, change.path().steps(), change);
    }
    return changed;
  }

  private static Node at(Node node, List<FieldPath> steps, Change change) throws NotEditable {
    FieldPath step = steps.get(0);
    List<FieldPath> rest = steps.subList(1, steps.size());
    if (step.isIndex()) {
      return item(node, Integer.parseInt(step.lastStep()), rest, change);
    }
    if (!(node instanceof Mapping) && node.isPresent()) {
      throw new NotEditable("there is no mapping at " + change.path());
    }
    Mapping mapping = node instanceof Mapping written ? written : Mapping.EMPTY;
    return rest.isEmpty()
        ? entry(mapping, step.lastStep(), change)
        : mapping.with(step.lastStep(), at(mapping.get(step.lastStep()), rest, change));
  }

  private static Node entry(Mapping mapping, String key, Change change) throws NotEditable {
    if (change instanceof Change.Put put) {
      return mapping.with(key, put.value());
    }
    if (!mapping.has(key)) {
      throw new NotEditable("there is no " + change.path());
    }
    if (!(change instanceof Change.Rename rename)) {
      return mapping.without(key);
    }
    if (mapping.has(rename.name())) {
      throw new NotEditable("there is a " + rename.name() + " already");
    }
    return mapping.without(key).with(rename.name(), mapping.get(key));
  }

  private static Node item(Node node, int index, List<FieldPath> rest, Change change)
      throws NotEditable {
    List<Node> items = new ArrayList<>(node.items());
    boolean isNew = index == items.size() && change instanceof Change.Put;
    if (index > items.size() || (index == items.size() && !isNew)) {
      throw new NotEditable("there is no " + change.path());
    }
    if (rest.isEmpty() && change instanceof Change.Remove) {
      items.remove(index);
    } else if (rest.isEmpty() && change instanceof Change.Put put) {
      put(items, index, put.value());
    } else if (!rest.isEmpty()) {
      put(items, index, at(isNew ? Absent.INSTANCE : items.get(index), rest, change));
    } else {
      throw new NotEditable("an item has no name");
    }
    return new Sequence(items, node instanceof Sequence list ? list.span() : Span.NONE);
  }

  private static void put(List<Node> items, int index, Node value) {
    if (index == items.size()) {
      items.add(value);
    } else {
      items.set(index, value);
    }
  }
}
