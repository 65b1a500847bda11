package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Whether lists that are sets hold everything once, and those with keys each key once. Of what stands
 * there several times the second is told. Mirrors the server's check of x-kubernetes-list-type.
 */
public final class ListTypes {

  private final List<FieldError> errors = new ArrayList<>();

  private ListTypes() {}

  /** What is wrong with the lists of {@code object}. */
  public static List<FieldError> judge(StructuralSchema schema, Mapping object) {
    ListTypes types = new ListTypes();
    types.fields(schema, object, FieldPath.ROOT);
    return types.errors;
  }

  private void value(StructuralSchema schema, Node value, FieldPath path) {
    if (value instanceof Mapping mapping) {
      fields(schema, mapping, path);
    } else if (value instanceof Sequence list) {
      list(schema, list, path);
    }
  }

  private void fields(StructuralSchema schema, Mapping mapping, FieldPath path) {
    StructuralSchema additional = schema.additional();
    for (Mapping.Entry entry : mapping.entries()) {
      StructuralSchema property = schema.property(entry.key());
      if (additional != null) {
        value(additional, entry.value(), path.key(entry.key()));
      }
      if (property != null) {
        value(property, entry.value(), path.child(entry.key()));
      }
    }
  }

  private void list(StructuralSchema schema, Sequence list, FieldPath path) {
    switch (schema.listType()) {
      case "set" -> distinct(list, path, ListKeys::canonical);
      case "map" -> map(schema, list, path);
      default -> {}
    }
    StructuralSchema item = schema.items();
    if (item != null) {
      for (int i = 0; i < list.size(); i++) {
        value(item, list.items().get(i), path.index(i));
      }
    }
  }

  private void map(StructuralSchema schema, Sequence list, FieldPath path) {
    for (int i = 0; i < list.size(); i++) {
      Node item = list.items().get(i);
      if (item.isPresent() && !item.isMapping()) {
        errors.add(FieldError.of(
            CauseType.INVALID, path.index(i), "list-map", "must be a mapping with keys"));
        return;
      }
    }
    distinct(list, path, item -> String.join(" ", ListKeys.of(schema, item)));
  }

  private void distinct(Sequence list, FieldPath path, Function<Node, String> identity) {
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < list.size(); i++) {
      String key = identity.apply(list.items().get(i));
      if (seen.merge(key, 1, Integer::sum) == 2) {
        errors.add(FieldError.of(
            CauseType.DUPLICATE,
            path.index(i),
            "list-type",
            "has the key of an item before it" + (key.isEmpty() ? "" : ": " + key)));
      }
    }
  }
}
