package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An object that is taken to be there: nobody knows what it says, but it has what is asked of it. */
final class Placeholder {

  private final ObjectKey key;
  private final Set<String> keys = new TreeSet<>();

  Placeholder(ObjectKey key) {
    this.key = key;
  }

  /** Has the keys that a container's environment or a volume takes from the object. */
  void takes(Reference reference) {
    FieldPath source = reference.path().parent().orElse(FieldPath.ROOT);
    Node place = reference.from().at(source);
    addKey(place.get("key"));
    place.get("items").items().forEach(item -> addKey(item.get("key")));
  }

  private void addKey(Node written) {
    if (!written.text().isEmpty()) {
      keys.add(written.text());
    }
  }

  Resource object() {
    Mapping metadata = key.namespace().isEmpty()
        ? Mapping.of("name", Scalar.of(key.name()))
        : Mapping.of("name", Scalar.of(key.name()), "namespace", Scalar.of(key.namespace()));
    String group = key.kind().group();
    Mapping object = Mapping.of(
        "apiVersion",
        Scalar.of(group.isEmpty() ? "v1" : group + "/v1"),
        "kind",
        Scalar.of(key.kind().kind()),
        "metadata",
        metadata);
    return new Resource(withContent(object));
  }

  private Mapping withContent(Mapping object) {
    if (key.kind().equals(Kinds.PRIORITY_CLASS)) {
      return object.with("value", Scalar.of(0));
    }
    if (key.kind().equals(Kinds.RUNTIME_CLASS)) {
      return object.with("handler", Scalar.of(key.name()));
    }
    if (keys.isEmpty()) {
      return object;
    }
    Map<String, String> data = new TreeMap<>();
    keys.forEach(each -> data.put(each, ""));
    return object.with("data", Mapping.ofStrings(data));
  }
}
