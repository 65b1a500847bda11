package dev.seaworthy.api.crd;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The type of the objects of a custom kind. It is a struct like that of a built-in kind, and knows the
 * definition, because the server decodes and judges custom resources by their schema.
 *
 * @param meta the type of the metadata
 */
public record CustomStruct(CustomKind kind, SchemaStruct fieldsOfSchema, Type.Struct meta)
    implements Type.Struct {

  static CustomStruct of(CustomKind kind, Type.Struct meta) {
    String name =
        kind.gvk().group() + "/" + kind.gvk().version() + "." + kind.gvk().kind();
    return new CustomStruct(kind, SchemaStruct.ofRoot(name, kind.schema(), meta), meta);
  }

  @Override
  public String name() {
    return fieldsOfSchema.name();
  }

  @Override
  public List<Field> fields() {
    return fieldsOfSchema.fields();
  }

  @Override
  public Optional<Field> field(String name) {
    return fieldsOfSchema.field(name);
  }

  @Override
  public boolean open() {
    return fieldsOfSchema.open();
  }

  /** Two are the same if they were made of one definition; schemas are too large to compare. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
