package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.Mend;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Drops the fields that a schema does not have, and tells of each: with strict field validation the
 * server refuses them. Mirrors structural pruning; what an object has as such is left to others.
 */
public final class Pruning {

  private static final Set<String> OF_OBJECTS = Set.of("apiVersion", "kind", "metadata");

  private final List<DecodeError> unknown = new ArrayList<>();

  /** What is left of {@code object}, and what had to go. */
  public record Pruned(Mapping object, List<DecodeError> unknown) {
    public Pruned {
      unknown = List.copyOf(unknown);
    }
  }

  /** Prunes a whole object. */
  public static Pruned prune(Mapping object, StructuralSchema schema) {
    Pruning pruning = new Pruning();
    Mapping left = pruning.mapping(object, schema, true, schema.keepsUnknown(), FieldPath.ROOT);
    return new Pruned(left, pruning.unknown);
  }

  /** The unknown fields of a value within an object. */
  static List<DecodeError> pruneValue(Node value, StructuralSchema schema) {
    Pruning pruning = new Pruning();
    pruning.value(value, schema, FieldPath.ROOT);
    return pruning.unknown;
  }

  /** Without a schema nothing is known, so only values that are no mappings stay. */
  private Node value(Node value, @Nullable StructuralSchema schema, FieldPath path) {
    boolean keeps = schema != null && schema.keepsUnknown();
    boolean isObject = schema != null && schema.embedded();
    return value(value, schema, isObject, keeps, path);
  }

  private Node value(
      Node value,
      @Nullable StructuralSchema schema,
      boolean isObject,
      boolean keeps,
      FieldPath path) {
    if (value instanceof Mapping mapping) {
      return mapping(mapping, schema, isObject, keeps, path);
    }
    return value instanceof Sequence sequence ? items(sequence, schema, keeps, path) : value;
  }

  private Mapping mapping(
      Mapping mapping,
      @Nullable StructuralSchema schema,
      boolean isObject,
      boolean keeps,
      FieldPath path) {
    List<Mapping.Entry> left = new ArrayList<>(mapping.size());
    boolean changed = false;
    for (Mapping.Entry entry : mapping.entries()) {
      FieldPath place = path.child(entry.key());
      if (isObject && OF_OBJECTS.contains(entry.key())) {
        left.add(entry);
      } else if (knows(schema, entry.key())) {
        Node value = value(entry.value(), schemaOf(schema, entry.key()), place);
        changed |= value != entry.value();
        left.add(entry.with(value));
      } else if (keeps) {
        left.add(entry);
      } else {
        changed = true;
        unknown.add(unknown(place, schema));
      }
    }
    return changed ? mapping.holding(left) : mapping;
  }

  private static boolean knows(@Nullable StructuralSchema schema, String field) {
    return schema != null && (schema.property(field) != null || schema.takesMore());
  }

  private static @Nullable StructuralSchema schemaOf(
      @Nullable StructuralSchema schema, String field) {
    if (schema == null) {
      return null;
    }
    StructuralSchema property = schema.property(field);
    return property == null ? schema.additional() : property;
  }

  /** Where unknown fields are kept, those of lists within are kept too unless their schema is said. */
  private Node items(
      Sequence sequence, @Nullable StructuralSchema schema, boolean keeps, FieldPath path) {
    StructuralSchema item = schema == null ? null : schema.items();
    if (keeps && item == null) {
      return sequence;
    }
    boolean isObject = item != null && item.embedded();
    boolean keepsInside = keeps || (item != null && item.keepsUnknown());
    List<Node> left = new ArrayList<>(sequence.size());
    boolean changed = false;
    for (int i = 0; i < sequence.size(); i++) {
      Node before = sequence.items().get(i);
      Node value = value(before, item, isObject, keepsInside, path.index(i));
      changed |= value != before;
      left.add(value);
    }
    return changed ? sequence.holding(left) : sequence;
  }

  private static DecodeError unknown(FieldPath place, @Nullable StructuralSchema schema) {
    DecodeError error = new DecodeError(
        DecodeError.UNKNOWN, place.toString(), place, "is not a field of the schema");
    return schema == null
        ? error
        : NearestName.to(place.lastStep(), schema.properties().keySet())
            .map(name ->
                error.withRemedy("Did you mean " + name + "?").withMend(mend(place, schema)))
            .orElse(error);
  }

  private static Mend mend(FieldPath place, StructuralSchema schema) {
    return NearestName.only(place.lastStep(), schema.properties().keySet())
        .<Mend>map(Mend.Rename::new)
        .orElse(Mend.OTHERWISE);
  }
}
