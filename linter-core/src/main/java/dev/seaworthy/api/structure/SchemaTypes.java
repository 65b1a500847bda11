package dev.seaworthy.api.structure;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What type a schema of an OpenAPI document means. */
final class SchemaTypes {

  /** A struct that a schema names, and its own schema. */
  record Found(TypeName name, JsonNode schema) {}

  private static final String MACHINERY = "io.k8s.apimachinery.pkg.";
  private static final String EXTENSIONS = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.";

  /**
   * Go types that read their JSON by code of their own, which their schema does not show. Raw
   * extensions and field sets take any JSON, whatever their schema says; strict decoding does not
   * look into the JSONSchemaProps variants.
   */
  private static final Map<String, String> WELL_KNOWN = Map.ofEntries(
      Map.entry(MACHINERY + "api.resource.Quantity", "quantity"),
      Map.entry(MACHINERY + "util.intstr.IntOrString", "int-or-string"),
      Map.entry(MACHINERY + "apis.meta.v1.Time", "time"),
      Map.entry(MACHINERY + "apis.meta.v1.MicroTime", "micro-time"),
      Map.entry(MACHINERY + "apis.meta.v1.Duration", "duration"),
      Map.entry(MACHINERY + "apis.meta.v1.FieldsV1", "any"),
      Map.entry(MACHINERY + "runtime.RawExtension", "any"),
      Map.entry(EXTENSIONS + "v1.JSON", "any"),
      Map.entry(EXTENSIONS + "v1.JSONSchemaPropsOrArray", "any"),
      Map.entry(EXTENSIONS + "v1.JSONSchemaPropsOrBool", "any"),
      Map.entry(EXTENSIONS + "v1.JSONSchemaPropsOrStringArray", "any"));

  private final OpenApiDocument document;
  private final Consumer<Found> found;

  /** Tells {@code found} of every struct that it names, also of one it has named before. */
  SchemaTypes(OpenApiDocument document, Consumer<Found> found) {
    this.document = document;
    this.found = found;
  }

  /** The struct of a definition. */
  TypeName struct(String definition) throws UnreadableSchema {
    return struct(TypeName.ofDefinition(definition), definition(definition));
  }

  private TypeName struct(TypeName name, JsonNode schema) {
    found.accept(new Found(name, schema));
    return name;
  }

  private JsonNode definition(String name) throws UnreadableSchema {
    JsonNode schema = document.definition(name);
    if (schema == null) {
      throw new UnreadableSchema("The document refers to '" + name + "' and does not define it");
    }
    return schema;
  }

  /** A property; {@code inner} names its type where that has no name of its own. */
  FieldEntry field(JsonNode property, TypeName inner, boolean required) throws UnreadableSchema {
    JsonNode values = property.path(property.has("items") ? "items" : "").path("enum");
    JsonNode enumeration = property.has("enum") ? property.path("enum") : values;
    return new FieldEntry(
        expression(property, inner),
        required,
        enumeration.valueStream().map(value -> value.asString("")).toList(),
        property.has("default") ? property.path("default").toString() : "",
        patch(property));
  }

  private static String patch(JsonNode property) {
    String strategy = property.path("x-kubernetes-patch-strategy").asString("");
    String key = property.path("x-kubernetes-patch-merge-key").asString("");
    return key.isEmpty() || strategy.isEmpty() ? strategy : strategy + " by " + key;
  }

  private String expression(JsonNode schema, TypeName inner) throws UnreadableSchema {
    String reference = reference(schema);
    if (!reference.isEmpty()) {
      return named(reference.substring(reference.lastIndexOf('/') + 1));
    }
    if (schema.path("x-kubernetes-int-or-string").asBoolean(false)
        || schema.path("format").asString("").equals("int-or-string")) {
      return "int-or-string";
    }
    return switch (schema.path("type").asString("")) {
      case "string" -> schema.path("format").asString("").equals("byte") ? "bytes" : "string";
      case "integer" -> schema.path("format").asString("").equals("int32") ? "int32" : "int64";
      case "number" -> "number";
      case "boolean" -> "boolean";
      case "array" -> list(schema, inner);
      case "object" -> object(schema, inner);
      default -> "any";
    };
  }

  /** Version 3 wraps a reference that has a default or description of its own. */
  private static String reference(JsonNode schema) {
    JsonNode all = schema.path("allOf");
    JsonNode holder = all.size() == 1 ? all.get(0) : schema;
    return holder.path("$ref").asString("");
  }

  private String named(String definition) throws UnreadableSchema {
    String wellKnown = WELL_KNOWN.get(definition);
    if (wellKnown != null) {
      return wellKnown;
    }
    JsonNode schema = definition(definition);
    return schema.path("type").asString("").equals("object") && !schema.has("additionalProperties")
        ? struct(definition).toString()
        : expression(schema, TypeName.ofDefinition(definition));
  }

  private String list(JsonNode schema, TypeName inner) throws UnreadableSchema {
    String item = expression(schema.path("items"), inner);
    List<String> keys = schema
        .path("x-kubernetes-list-map-keys")
        .valueStream()
        .map(key -> key.asString(""))
        .toList();
    return switch (schema.path("x-kubernetes-list-type").asString("")) {
      case "set" -> TypeExpression.set(item);
      case "map" -> TypeExpression.listBy(item, keys);
      default -> TypeExpression.list(item);
    };
  }

  private String object(JsonNode schema, TypeName inner) throws UnreadableSchema {
    boolean embedded = schema.path("x-kubernetes-embedded-resource").asBoolean(false);
    if (schema.has("properties") && !embedded) {
      return struct(inner, schema).toString();
    }
    JsonNode values = schema.path("additionalProperties");
    return values.isObject() && !values.isEmpty()
        ? TypeExpression.map(expression(values, inner))
        : "object";
  }
}
