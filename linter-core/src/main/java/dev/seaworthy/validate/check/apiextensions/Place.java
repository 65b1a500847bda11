package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * A value of a definition, where it is written, and as the server names that place. The two differ:
 * what all versions have in common the server judges once, as if it stood in the spec itself.
 */
record Place(Node node, FieldPath named, FieldPath written) {

  /** A keyword or field. */
  Place at(String field) {
    return new Place(node.get(field), named.child(field), written.child(field));
  }

  /** The entry of a map. */
  Place key(String key) {
    return new Place(node.get(key), named.key(key), written.key(key));
  }

  /** A property of a schema. */
  Place property(String name) {
    return at("properties").key(name);
  }

  Place item(int index) {
    return new Place(node.get(index), named.index(index), written.index(index));
  }

  List<Place> items() {
    List<Place> items = new ArrayList<>(node.size());
    for (int i = 0; node.isSequence() && i < node.size(); i++) {
      items.add(item(i));
    }
    return items;
  }

  /** This under another of the server's names. */
  Place named(FieldPath other) {
    return new Place(node, other, written);
  }

  String text() {
    return node.text();
  }

  boolean isPresent() {
    return node.isPresent();
  }
}
