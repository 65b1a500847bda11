package dev.seaworthy.validate.rules;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Node;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How large values of a schema can be in one request: characters of a text, items of a list, entries
 * of a map. Mirrors SchemaDeclType, which takes what a schema leaves open from the most bytes that a
 * request has.
 */
final class ValueSizes {

  private static final long MOST_BYTES = 3L << 20;
  private static final long QUOTES = 2;

  /** A character is up to four bytes. */
  private static final long BYTES_OF_CHARACTER = 4;

  private static final long DATE = 10;
  private static final long DATE_TIME = 20;
  private static final long DURATION = 32;

  private ValueSizes() {}

  /** The largest size of a value; 0 for what has none, as the server takes it. */
  static long most(StructuralSchema schema) {
    if (schema.intOrString()) {
      return bounded(schema.rules().maxLength(), MOST_BYTES - QUOTES);
    }
    return switch (schema.type()) {
      case "string" -> text(schema);
      case "array" -> list(schema);
      case "object" -> map(schema);
      default -> 0;
    };
  }

  /** How many values of the schema fit into a request at most. */
  static long mostInRequest(StructuralSchema schema) {
    return MOST_BYTES / (least(schema) + 1);
  }

  private static long bounded(OptionalLong given, long otherwise) {
    return given.isPresent() ? Math.max(0, given.getAsLong()) * BYTES_OF_CHARACTER : otherwise;
  }

  private static long text(StructuralSchema schema) {
    return switch (schema.format()) {
      case "date" -> DATE;
      case "date-time" -> DATE_TIME;
      case "duration" -> DURATION;
      default ->
        schema.rules().maxLength().isEmpty() && !schema.rules().enumeration().isEmpty()
            ? longest(schema)
            : bounded(schema.rules().maxLength(), MOST_BYTES - QUOTES);
    };
  }

  private static long longest(StructuralSchema schema) {
    return schema.rules().enumeration().stream()
        .map(Node::text)
        .mapToLong(String::length)
        .max()
        .orElse(0);
  }

  private static long list(StructuralSchema schema) {
    StructuralSchema items = schema.items();
    long fitting = items == null ? MOST_BYTES : (MOST_BYTES - QUOTES) / (least(items) + 1);
    return schema.rules().maxItems().orElse(fitting);
  }

  private static long map(StructuralSchema schema) {
    StructuralSchema values = schema.additional();
    return values == null
        ? 0
        : schema.rules().maxProperties().orElse((MOST_BYTES - QUOTES) / (least(values) + 6));
  }

  /** The fewest bytes that a value takes in JSON. */
  private static long least(StructuralSchema schema) {
    return switch (schema.intOrString() ? "integer" : schema.type()) {
      case "boolean" -> 4;
      case "string" -> leastText(schema);
      case "array" -> 2;
      case "object" -> leastObject(schema);
      default -> 1;
    };
  }

  private static long leastText(StructuralSchema schema) {
    return switch (schema.format()) {
      case "date" -> DATE + QUOTES;
      case "date-time" -> DATE_TIME + QUOTES;
      default -> QUOTES;
    };
  }

  private static long leastObject(StructuralSchema schema) {
    long size = 2;
    for (Map.Entry<String, StructuralSchema> property : schema.properties().entrySet()) {
      boolean isNeeded = schema.rules().required().contains(property.getKey())
          && property.getValue().defaultValue().isAbsent();
      size += isNeeded ? property.getKey().length() + 4 + least(property.getValue()) : 0;
    }
    return size;
  }
}
