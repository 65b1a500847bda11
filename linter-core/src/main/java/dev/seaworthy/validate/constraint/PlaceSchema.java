package dev.seaworthy.validate.constraint;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Mapping;
import java.util.List;
import java.util.Optional;

/** Schemas of a struct that say something of a place in it. */
final class PlaceSchema {

  private PlaceSchema() {}

  /** Whether a step leads to items or keys and not to a field. */
  static boolean isMark(String step) {
    return step.equals("[]") || step.equals("{}");
  }

  /** Of a field's value, or of what the marks lead to in it. */
  static Mapping at(Field field, List<String> marks, Mapping schema) {
    Mapping value = schema;
    for (String mark : marks) {
      value = Mapping.of(
          mark.equals("{}")
              ? "propertyNames"
              : field.type() instanceof Type.MapOf ? "additionalProperties" : "items",
          value);
    }
    return Mapping.of("properties", Mapping.of(field.name(), value));
  }

  /** Of the struct that a field, its items or its values are. */
  static Mapping inField(Field field, Mapping ofStruct) {
    boolean direct = field.type() instanceof Type.Struct;
    return at(field, direct ? List.of() : List.of("[]"), ofStruct);
  }

  static Optional<Type.Struct> structOf(Type type) {
    if (type instanceof Type.ListOf list) {
      return structOf(list.item());
    }
    if (type instanceof Type.MapOf map) {
      return structOf(map.value());
    }
    return type instanceof Type.Struct struct ? Optional.of(struct) : Optional.empty();
  }
}
