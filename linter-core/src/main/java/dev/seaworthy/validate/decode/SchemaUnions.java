package dev.seaworthy.validate.decode;

import dev.seaworthy.api.Type;
import java.util.Set;

/**
 * The fields of a CRD's schema that hold a schema or something else (a truth value, a list). Go
 * reads them by code of their own, which takes fields it does not know.
 */
final class SchemaUnions {

  private static final Set<String> SCHEMA_OR_TRUTH =
      Set.of("additionalProperties", "additionalItems");

  private SchemaUnions() {}

  /** Whether {@code field} of {@code struct} may hold another value of {@code struct}. */
  static boolean holds(Type.Struct struct, String field) {
    return struct.name().startsWith("apiextensions/")
        && struct.name().endsWith(".JSONSchemaProps")
        && (field.equals("items") || SCHEMA_OR_TRUTH.contains(field));
  }

  /** Whether the field holds a truth value if it holds no schema. */
  static boolean takesTruth(String field) {
    return SCHEMA_OR_TRUTH.contains(field);
  }
}
