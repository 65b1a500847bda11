package dev.seaworthy.validate.rules;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.seaworthy.api.crd.StructuralSchema;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The types that schemas have in rules. A value of which nothing is known has none, and a field
 * without a type does not exist for rules. Mirrors SchemaDeclType.
 */
@SuppressWarnings("Immutable") // made for one definition, by one thread
final class SchemaTypes implements CelTypeProvider {

  private static final CelType NAMES = SimpleType.STRING;

  private final Map<String, CelType> named = new ConcurrentHashMap<>();
  private final Map<StructuralSchema, Optional<CelType>> known = new ConcurrentHashMap<>();

  /** The type of a whole object. */
  Optional<CelType> ofObject(StructuralSchema schema) {
    return known(schema, true);
  }

  /** The type of a value within an object. */
  Optional<CelType> of(StructuralSchema schema) {
    return known(schema, schema.embedded());
  }

  private Optional<CelType> known(StructuralSchema schema, boolean isObject) {
    Optional<CelType> type = known.get(schema);
    if (type == null) {
      type = made(schema, isObject);
      known.put(schema, type);
    }
    return type;
  }

  private Optional<CelType> made(StructuralSchema schema, boolean isObject) {
    if (schema.intOrString()) {
      return Optional.of(SimpleType.DYN);
    }
    return switch (schema.type()) {
      case "string" -> Optional.of(text(schema.format()));
      case "integer" -> Optional.of(SimpleType.INT);
      case "number" -> Optional.of(SimpleType.DOUBLE);
      case "boolean" -> Optional.of(SimpleType.BOOL);
      case "array" -> Optional.ofNullable(schema.items()).flatMap(this::of).map(ListType::create);
      case "object" -> object(schema, isObject);
      default -> Optional.empty();
    };
  }

  private static CelType text(String format) {
    return switch (format) {
      case "byte" -> SimpleType.BYTES;
      case "date", "date-time" -> SimpleType.TIMESTAMP;
      case "duration" -> SimpleType.DURATION;
      default -> SimpleType.STRING;
    };
  }

  private Optional<CelType> object(StructuralSchema schema, boolean isObject) {
    StructuralSchema values = schema.additional();
    if (values != null) {
      return of(values).map(type -> MapType.create(SimpleType.STRING, type));
    }
    Map<String, CelType> fields = new LinkedHashMap<>();
    schema
        .properties()
        .forEach((name, property) -> of(property)
            .ifPresent(type -> FieldNames.all(name).forEach(field -> fields.put(field, type))));
    if (isObject) {
      fields.put("apiVersion", SimpleType.STRING);
      fields.put("kind", SimpleType.STRING);
      fields.put("metadata", struct(Map.of("name", NAMES, "generateName", NAMES)));
    }
    return Optional.of(struct(fields));
  }

  CelType struct(Map<String, CelType> fields) {
    String name = "object." + named.size();
    CelType type = StructType.create(
        name,
        ImmutableSet.copyOf(fields.keySet()),
        field -> Optional.ofNullable(fields.get(field)));
    named.put(name, type);
    return type;
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.copyOf(named.values());
  }

  @Override
  public Optional<CelType> findType(String name) {
    return Optional.ofNullable(named.get(name));
  }
}
