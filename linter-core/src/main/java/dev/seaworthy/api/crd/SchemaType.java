package dev.seaworthy.api.crd;

import dev.seaworthy.api.Type;
import dev.seaworthy.api.Type.ListKind;
import java.util.List;

/** What type a schema means. */
final class SchemaType {

  private static final Type ANYTHING = new Type.Anything(false);

  private SchemaType() {}

  /** The type of {@code schema}; {@code name} is what it is called if it is a struct. */
  static Type of(String name, StructuralSchema schema, Type.Struct meta) {
    if (schema.intOrString()) {
      return new Type.IntOrString();
    }
    return switch (schema.type()) {
      case "string" -> text(schema.format());
      case "integer" -> new Type.Whole(schema.format().equals("int32") ? 32 : 64);
      case "number" -> new Type.Real();
      case "boolean" -> new Type.Truth();
      case "array" -> list(name, schema, meta);
      case "object" -> object(name, schema, meta);
      default -> ANYTHING;
    };
  }

  private static Type text(String format) {
    return switch (format) {
      case "byte" -> new Type.Bytes();
      case "date-time", "datetime" -> new Type.Time(false);
      case "duration" -> new Type.Duration();
      default -> new Type.Text();
    };
  }

  private static Type list(String name, StructuralSchema schema, Type.Struct meta) {
    StructuralSchema items = schema.items();
    Type item = items == null ? ANYTHING : of(name, items, meta);
    return switch (schema.listType()) {
      case "set" -> new Type.ListOf(item, ListKind.SET, List.of());
      case "map" -> new Type.ListOf(item, ListKind.MAP, schema.mapKeys());
      default -> new Type.ListOf(item, ListKind.ATOMIC, List.of());
    };
  }

  private static Type object(String name, StructuralSchema schema, Type.Struct meta) {
    if (schema.embedded()) {
      return SchemaStruct.ofRoot(name, schema, meta);
    }
    if (!schema.properties().isEmpty()) {
      return new SchemaStruct(name, schema, List.of(), meta);
    }
    StructuralSchema values = schema.additional();
    return values == null ? new Type.Anything(true) : new Type.MapOf(of(name, values, meta));
  }
}
