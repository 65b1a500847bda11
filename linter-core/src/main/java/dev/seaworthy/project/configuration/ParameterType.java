package dev.seaworthy.project.configuration;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a value is of a type that a rule's parameter names, such as {@code list(string)}. */
final class ParameterType {

  private ParameterType() {}

  /** What the value must be, where it is something else. */
  static Optional<String> mistake(String type, Node value) {
    if (fits(type, value)) {
      return Optional.empty();
    }
    return Optional.of("must be " + words(type));
  }

  private static boolean fits(String type, Node value) {
    if (type.startsWith("list(")) {
      return value.isSequence() && all(value.items().stream(), inner(type));
    }
    if (type.startsWith("map(")) {
      Stream<Node> values = value.entries().stream().map(entry -> entry.value());
      return value.isMapping() && all(values, inner(type));
    }
    return switch (type) {
      case "boolean" -> value.asBoolean().isPresent();
      case "integer" -> value.asLong().isPresent();
      case "release" -> Release.parse(value.text()).filter(Release::isSupported).isPresent();
      case "quantity" ->
        Quantity.parse(value.asLong().map(String::valueOf).orElse(value.text())).isPresent();
      default -> value.isString();
    };
  }

  private static boolean all(Stream<Node> values, String type) {
    return values.allMatch(value -> fits(type, value));
  }

  private static String inner(String type) {
    List<String> parts =
        List.of(type.substring(type.indexOf('(') + 1, type.length() - 1).split(","));
    return parts.get(parts.size() - 1).strip();
  }

  /** The JSON Schema of the type. */
  static ObjectNode schema(String type) {
    ObjectNode schema = JsonMapper.shared().createObjectNode();
    if (type.startsWith("list(")) {
      return schema.put("type", "array").set("items", schema(inner(type)));
    }
    if (type.startsWith("map(")) {
      return schema.put("type", "object").set("additionalProperties", schema(inner(type)));
    }
    return switch (type) {
      case "boolean", "integer" -> schema.put("type", type);
      case "release" -> {
        ArrayNode releases = schema.put("type", "string").putArray("enum");
        Release.supported().forEach(release -> releases.add(release.toString()));
        yield schema;
      }
      case "quantity" -> {
        schema.putArray("type").add("string").add("integer");
        yield schema;
      }
      default -> schema.put("type", "string");
    };
  }

  private static String words(String type) {
    if (type.startsWith("list(")) {
      return "a list, each item " + words(inner(type));
    }
    if (type.startsWith("map(")) {
      return "a map, each value " + words(inner(type));
    }
    return switch (type) {
      case "boolean" -> "true or false";
      case "integer" -> "a whole number";
      case "release" ->
        "a release from \"%s\" to \"%s\", in quotes".formatted(Release.OLDEST, Release.NEWEST);
      case "quantity" -> "a quantity such as 100m or 64Mi";
      default -> "a text";
    };
  }
}
