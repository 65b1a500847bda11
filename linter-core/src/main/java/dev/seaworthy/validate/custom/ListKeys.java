package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What tells the items of a list apart, in a form that can be looked up. */
final class ListKeys {

  private ListKeys() {}

  /** The values of the keys of an item of a list of type map; one that is missing is empty. */
  static List<String> of(StructuralSchema list, Node item) {
    return list.mapKeys().stream()
        .map(key ->
            item instanceof Mapping mapping && mapping.has(key) ? canonical(mapping.get(key)) : "")
        .toList();
  }

  /** The same text for values that are the same to Go, and only for these. */
  static String canonical(Node value) {
    if (value instanceof Mapping mapping) {
      TreeMap<String, String> fields = new TreeMap<>();
      mapping.entries().forEach(entry -> fields.put(entry.key(), canonical(entry.value())));
      return fields.entrySet().stream()
          .map(field -> Scalar.of(field.getKey()).toJson() + ":" + field.getValue())
          .collect(Collectors.joining(",", "{", "}"));
    }
    return value instanceof Sequence sequence
        ? sequence.items().stream()
            .map(ListKeys::canonical)
            .collect(Collectors.joining(",", "[", "]"))
        : value.toJson();
  }
}
