package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills in what a schema defaults. A {@code null} that the schema does not allow counts as if nothing
 * was written: it takes the default, or goes. Mirrors structural defaulting.
 */
public final class StructuralDefaults {

  private StructuralDefaults() {}

  /** {@code object} with the defaults of {@code schema}. */
  public static Mapping apply(Mapping object, StructuralSchema schema) {
    return mapping(object, schema);
  }

  private static Node value(Node value, @Nullable StructuralSchema schema) {
    if (schema == null) {
      return value;
    }
    if (value instanceof Mapping mapping) {
      return mapping(mapping, schema);
    }
    return value instanceof Sequence sequence ? items(sequence, schema.items()) : value;
  }

  private static Mapping mapping(Mapping mapping, StructuralSchema schema) {
    List<Mapping.Entry> entries = new ArrayList<>(mapping.size());
    boolean changed = false;
    for (Mapping.Entry entry : mapping.entries()) {
      StructuralSchema property = schema.property(entry.key());
      StructuralSchema own = property == null ? schema.additional() : property;
      Node given = entry.value();
      Node value = isUnwanted(given, own) && own != null ? own.defaultValue() : given;
      if (value.isAbsent() && value != given) {
        changed = true;
        continue;
      }
      Node completed = value(value, own);
      changed |= completed != given;
      entries.add(entry.with(completed));
    }
    changed |= addMissing(mapping, schema, entries);
    return changed ? mapping.holding(entries) : mapping;
  }

  private static boolean addMissing(
      Mapping mapping, StructuralSchema schema, List<Mapping.Entry> entries) {
    boolean added = false;
    for (Map.Entry<String, StructuralSchema> property : schema.properties().entrySet()) {
      Node value = property.getValue().defaultValue();
      if (value.isPresent() && !mapping.has(property.getKey())) {
        entries.add(new Mapping.Entry(
            property.getKey(), Span.NONE, Unwritten.of(value(value, property.getValue()))));
        added = true;
      }
    }
    return added;
  }

  private static Node items(Sequence sequence, @Nullable StructuralSchema item) {
    if (item == null) {
      return sequence;
    }
    List<Node> items = new ArrayList<>(sequence.size());
    boolean changed = false;
    for (Node given : sequence.items()) {
      boolean takesDefault = isUnwanted(given, item) && item.defaultValue().isPresent();
      Node completed = value(takesDefault ? item.defaultValue() : given, item);
      changed |= completed != given;
      items.add(completed);
    }
    return changed ? sequence.holding(items) : sequence;
  }

  private static boolean isUnwanted(Node value, @Nullable StructuralSchema schema) {
    return value.isAbsent() && schema != null && !schema.nullable();
  }
}
