package dev.seaworthy.api.schema;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes one schema of two, keyword by keyword, so that editors show it as one. */
final class SchemaMerge {

  private static final JsonMapper JSON = JsonMapper.shared();

  private SchemaMerge() {}

  /** Makes {@code schema} ask what {@code more} asks, too. */
  static void add(ObjectNode schema, ObjectNode more) {
    if (schema.has("$ref")) {
      // Draft 7 takes no notice of what stands beside a reference.
      JsonNode reference = schema.remove("$ref");
      schema.putArray("allOf").addObject().set("$ref", reference);
    }
    if (more.has("if")) {
      addWhole(schema, more);
    } else {
      more.properties().forEach(one -> addKeyword(schema, one.getKey(), one.getValue()));
    }
  }

  private static void addKeyword(ObjectNode schema, String word, JsonNode value) {
    JsonNode there = schema.get(word);
    if (there == null) {
      schema.set(word, value);
    } else if (!there.equals(value)) {
      addToKeyword(schema, word, there, value);
    }
  }

  private static void addToKeyword(ObjectNode schema, String word, JsonNode there, JsonNode value) {
    switch (word) {
      case "properties" ->
        value
            .properties()
            .forEach(one -> addSchema((ObjectNode) there, one.getKey(), one.getValue()));
      case "items", "additionalProperties" -> addSchema(schema, word, value);
      case "required" -> addMissing((ArrayNode) there, value);
      case "minimum" -> schema.set(word, there.longValue() > value.longValue() ? there : value);
      case "maximum", "maxLength" ->
        schema.set(word, there.longValue() < value.longValue() ? there : value);
      default -> addWhole(schema, JSON.createObjectNode().set(word, value));
    }
  }

  private static void addSchema(ObjectNode holder, String key, JsonNode value) {
    if (holder.get(key) instanceof ObjectNode there) {
      add(there, (ObjectNode) value);
    } else {
      holder.set(key, value);
    }
  }

  private static void addMissing(ArrayNode there, JsonNode more) {
    for (JsonNode one : more) {
      boolean known = there.valueStream().anyMatch(one::equals);
      if (!known) {
        there.add(one);
      }
    }
  }

  private static void addWhole(ObjectNode schema, JsonNode more) {
    schema.withArray("allOf").add(more);
  }
}
