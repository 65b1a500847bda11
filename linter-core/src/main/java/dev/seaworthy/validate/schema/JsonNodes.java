package dev.seaworthy.validate.schema;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our trees as the evaluator's, and back. Places are not lost: an error's path leads back to ours.
 */
final class JsonNodes {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonNodes() {}

  static JsonNode of(Node node) {
    if (node instanceof Mapping mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
      return object;
    }
    if (node instanceof Sequence sequence) {
      ArrayNode array = JSON.arrayNode(sequence.size());
      sequence.items().forEach(item -> array.add(of(item)));
      return array;
    }
    return node instanceof Scalar scalar ? scalar(scalar) : JSON.nullNode();
  }

  private static JsonNode scalar(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> JSON.stringNode(scalar.value());
      case INTEGER -> integer(scalar);
      case FLOAT -> JSON.numberNode(new BigDecimal(scalar.value()));
      case BOOLEAN -> JSON.booleanNode(scalar.value().equals("true"));
      case NULL -> JSON.nullNode();
    };
  }

  private static JsonNode integer(Scalar scalar) {
    return scalar
        .asLong()
        .<JsonNode>map(JSON::numberNode)
        .orElseGet(() -> JSON.numberNode(new BigInteger(scalar.value())));
  }

  /** A value of the evaluator's as one of ours; it has no place. */
  static Node toNode(JsonNode value) {
    if (value instanceof ObjectNode object) {
      Map<String, Node> entries = new LinkedHashMap<>();
      object.properties().forEach(entry -> entries.put(entry.getKey(), toNode(entry.getValue())));
      return Mapping.of(entries);
    }
    if (value instanceof ArrayNode array) {
      return Sequence.of(array.valueStream().map(JsonNodes::toNode).toList());
    }
    if (value.isString()) {
      return Scalar.of(value.stringValue());
    }
    if (value.isBoolean()) {
      return Scalar.of(value.booleanValue());
    }
    if (value.isNumber()) {
      Scalar.Kind kind = value.isIntegralNumber() ? Scalar.Kind.INTEGER : Scalar.Kind.FLOAT;
      return new Scalar(kind, value.numberValue().toString(), Span.NONE);
    }
    return Absent.INSTANCE;
  }
}
