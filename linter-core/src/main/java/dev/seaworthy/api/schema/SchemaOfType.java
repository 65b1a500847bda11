package dev.seaworthy.api.schema;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What JSON Schema says of a type; {@code null} is always allowed, it means "absent". */
final class SchemaOfType {

  private static final JsonMapper JSON = JsonMapper.shared();

  /** As the server reads it: a decimal number, then a binary or decimal suffix or an exponent. */
  private static final String QUANTITY =
      "^\\s*[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?\\s*$";

  /** Groups of four, the last one padded, line ends anywhere. */
  private static final String BASE64 = "^[\\r\\n]*(([A-Za-z0-9+/][\\r\\n]*){4})*"
      + "(([A-Za-z0-9+/][\\r\\n]*){2}(=[\\r\\n]*){2}|([A-Za-z0-9+/][\\r\\n]*){3}=[\\r\\n]*)?$";

  private static final String SIX_DIGITS =
      "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.,][0-9]{6}(Z|[+-][0-9]{2}:[0-9]{2})$";

  private static final String DURATION =
      "^([+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+$|^0$";

  private final Function<Type.Struct, String> references;

  /** {@code references} gives the reference to the definition of a struct. */
  SchemaOfType(Function<Type.Struct, String> references) {
    this.references = references;
  }

  /** {@code emptyIsNothing} says whether empty text stands for absence. */
  ObjectNode of(Field field, boolean emptyIsNothing) {
    ObjectNode schema = of(field.type());
    if (!field.enumeration().isEmpty()) {
      boolean ofItems = field.type() instanceof Type.ListOf;
      ObjectNode holder = ofItems ? (ObjectNode) schema.path("items") : schema;
      ArrayNode values = holder.putArray("enum");
      field.enumeration().forEach(values::add);
      values.addNull();
      if (emptyIsNothing && !ofItems && !field.enumeration().contains("")) {
        values.add("");
      }
    }
    return schema;
  }

  private ObjectNode of(Type type) {
    ObjectNode schema = JSON.createObjectNode();
    if (type instanceof Type.Struct struct) {
      return schema.put("$ref", references.apply(struct));
    }
    if (type instanceof Type.ListOf list) {
      putTypes(schema, "array", "null");
      schema.set("items", of(list.item()));
      return schema;
    }
    if (type instanceof Type.MapOf map) {
      putTypes(schema, "object", "null");
      schema.set("additionalProperties", of(map.value()));
      return schema;
    }
    if (type instanceof Type.Anything anything) {
      return anything.objectOnly() ? putTypes(schema, "object", "null") : schema;
    }
    return number(type, schema);
  }

  private static ObjectNode number(Type type, ObjectNode schema) {
    if (type instanceof Type.Whole whole) {
      putTypes(schema, "integer", "null");
      return putBounds(schema, whole.bits());
    }
    if (type instanceof Type.Real) {
      return putTypes(schema, "number", "null");
    }
    if (type instanceof Type.Truth) {
      return putTypes(schema, "boolean", "null");
    }
    if (type instanceof Type.IntOrString) {
      putTypes(schema, "integer", "string", "null");
      return putBounds(schema, 32);
    }
    if (type instanceof Type.Quantity) {
      return putTypes(schema, "string", "number", "null").put("pattern", QUANTITY);
    }
    return text(type, putTypes(schema, "string", "null"));
  }

  private static ObjectNode text(Type type, ObjectNode schema) {
    if (type instanceof Type.Text) {
      return schema;
    }
    if (type instanceof Type.Bytes) {
      return schema.put("format", "byte").put("pattern", BASE64);
    }
    if (type instanceof Type.Time time) {
      return time.micro() ? schema.put("pattern", SIX_DIGITS) : schema.put("format", "date-time");
    }
    if (type instanceof Type.Duration) {
      return schema.put("pattern", DURATION);
    }
    throw new AssertionError("No JSON Schema for " + type);
  }

  private static ObjectNode putBounds(ObjectNode schema, int bits) {
    return schema
        .put("minimum", bits == 64 ? Long.MIN_VALUE : Integer.MIN_VALUE)
        .put("maximum", bits == 64 ? Long.MAX_VALUE : Integer.MAX_VALUE);
  }

  static ObjectNode putTypes(ObjectNode schema, String... jsonTypes) {
    if (jsonTypes.length == 1) {
      return schema.put("type", jsonTypes[0]);
    }
    ArrayNode types = schema.putArray("type");
    for (String jsonType : jsonTypes) {
      types.add(jsonType);
    }
    return schema;
  }
}
