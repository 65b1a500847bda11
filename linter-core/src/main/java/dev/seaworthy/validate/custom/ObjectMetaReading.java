package dev.seaworthy.validate.custom;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.NodeWords;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.decode.Decoded;
import dev.seaworthy.validate.decode.StrictDecoder;
import dev.seaworthy.validate.field.DecodeError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the metadata of an object and of the objects that are embedded in it, as strictly as that of
 * built-in kinds: their fields and types are known whatever the schema says.
 */
public final class ObjectMetaReading {

  private static final String METADATA = "metadata";

  private final Type.Struct meta;
  private final Release release;
  private final List<DecodeError> errors = new ArrayList<>();
  private boolean unusable;
  private Mapping object = Mapping.EMPTY;

  private ObjectMetaReading(Type.Struct meta, Release release) {
    this.meta = meta;
    this.release = release;
  }

  public static ObjectMetaReading of(CustomStruct type, Mapping sent, Release release) {
    ObjectMetaReading reading = new ObjectMetaReading(type.meta(), release);
    Mapping read = reading.metadata(sent, FieldPath.ROOT);
    if (!reading.unusable) {
      reading.object = (Mapping) reading.value(read, type.kind().schema(), FieldPath.ROOT);
    }
    return reading;
  }

  /** Whether values are of wrong types, so that there is nothing more to look at. */
  public boolean isUnusable() {
    return unusable;
  }

  /** Unknown fields, or the one that ended it all. */
  public List<DecodeError> errors() {
    return errors;
  }

  /** The object with its metadata as it was understood. */
  public Mapping object() {
    return object;
  }

  private Mapping metadata(Mapping holder, FieldPath path) {
    Node written = holder.get(METADATA);
    if (written.isAbsent()) {
      return holder;
    }
    FieldPath place = path.child(METADATA);
    Decoded decoded = StrictDecoder.decode(meta, written, List.of(), release);
    for (DecodeError error : decoded.errors()) {
      FieldPath at = within(place, error.path());
      boolean isUnknown = error.error().equals(DecodeError.UNKNOWN);
      DecodeError placed = new DecodeError(
              error.error(), isUnknown ? at.toString() : error.field(), at, error.message())
          .withMend(error.mend());
      end(decoded.readable(), error.remedy().map(placed::withRemedy).orElse(placed));
    }
    return holder.with(METADATA, decoded.tree());
  }

  private void end(boolean usable, DecodeError error) {
    if (!usable) {
      unusable = true;
      errors.clear();
    }
    errors.add(error);
  }

  private static FieldPath within(FieldPath place, FieldPath relative) {
    FieldPath path = place;
    for (FieldPath step : relative.steps()) {
      path = step.isIndex()
          ? path.index(Integer.parseInt(step.lastStep()))
          : path.child(step.lastStep());
    }
    return path;
  }

  private Node value(Node value, @Nullable StructuralSchema schema, FieldPath path) {
    if (schema == null || unusable) {
      return value;
    }
    if (value instanceof Mapping mapping) {
      return fields(mapping, schema, path);
    }
    return value instanceof Sequence list ? items(list, schema.items(), path) : value;
  }

  private Node fields(Mapping mapping, StructuralSchema schema, FieldPath path) {
    boolean isEmbedded = schema.embedded() && !path.isRoot();
    Mapping read = isEmbedded ? embedded(mapping, path) : mapping;
    for (Mapping.Entry entry : read.entries()) {
      StructuralSchema property = schema.property(entry.key());
      StructuralSchema own = property == null ? schema.additional() : property;
      boolean isMeta = entry.key().equals(METADATA) && (isEmbedded || path.isRoot());
      if (own != null && !isMeta) {
        Node inner = value(entry.value(), own, path.child(entry.key()));
        read = inner == entry.value() ? read : read.with(entry.key(), inner);
      }
    }
    return read;
  }

  private Mapping embedded(Mapping mapping, FieldPath path) {
    for (String field : List.of("apiVersion", "kind")) {
      if (mapping.get(field).isPresent() && !mapping.get(field).isString()) {
        end(
            false,
            new DecodeError(
                "handled-as",
                "",
                path.child(field),
                "is " + NodeWords.of(mapping.get(field)) + ", must be text"));
        return mapping;
      }
    }
    return metadata(mapping, path);
  }

  private Node items(Sequence list, @Nullable StructuralSchema item, FieldPath path) {
    if (item == null) {
      return list;
    }
    List<Node> items = new ArrayList<>(list.size());
    boolean changed = false;
    for (int i = 0; i < list.size(); i++) {
      Node read = value(list.items().get(i), item, path.index(i));
      changed |= read != list.items().get(i);
      items.add(read);
    }
    return changed ? list.holding(items) : list;
  }
}
