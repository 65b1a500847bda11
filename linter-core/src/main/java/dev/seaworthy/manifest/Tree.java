package dev.seaworthy.manifest;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** A document's value, and the keys that one of its mappings repeats. */
record Tree(Node root, Map<Mapping, List<MappingBuilder.Repeated>> repeated) {

  static Tree of(Node root) {
    return new Tree(root, Map.of());
  }

  /** The repeated keys within {@code part} of this tree, with their paths from there. */
  List<Document.DuplicateKey> duplicatesIn(Node part) {
    if (repeated.isEmpty()) {
      return List.of();
    }
    List<Document.DuplicateKey> found = new ArrayList<>();
    collect(part, FieldPath.ROOT, new IdentityHashMap<>(), found);
    return found;
  }

  // What an anchor names is one node in several places; the first of them is told.
  private void collect(
      Node node, FieldPath path, Map<Node, Boolean> seen, List<Document.DuplicateKey> found) {
    if (node instanceof Mapping mapping) {
      if (seen.put(mapping, true) != null) {
        return;
      }
      for (MappingBuilder.Repeated key : repeated.getOrDefault(mapping, List.of())) {
        found.add(new Document.DuplicateKey(
            path.child(key.key()), key.span(), key.first(), key.overMerged()));
      }
      mapping.entries().forEach(e -> collect(e.value(), path.child(e.key()), seen, found));
    } else if (node instanceof Sequence sequence && seen.put(sequence, true) == null) {
      for (int i = 0; i < sequence.size(); i++) {
        collect(sequence.get(i), path.index(i), seen, found);
      }
    }
  }
}
