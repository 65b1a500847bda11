package dev.seaworthy.mutation;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A value that a schema may describe: of its types, else as chance has it. */
record SchemaInstance(Random chance) {

  private static final int DEPTH = 8;

  Node of(Node schema) {
    return of(schema, 0);
  }

  private Node of(Node schema, int depth) {
    if (schema.get("default").isPresent() && chance.nextInt(3) == 0) {
      return schema.get("default");
    }
    List<? extends Node> words = schema.get("enum").items();
    if (!words.isEmpty()) {
      return words.get(chance.nextInt(words.size()));
    }
    return switch (schema.get("type").text()) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer" -> Scalar.of(chance.nextInt(20) - 2);
      case "number" -> Scalar.of(chance.nextInt(20));
      case "boolean" -> Scalar.of(chance.nextBoolean());
      default ->
        Scalar.of(List.of("a", "b", "1Gi", "10m", "https://a.b/c", "1.2.3").get(chance.nextInt(6)));
    };
  }

  private Node object(Node schema, int depth) {
    Map<String, Node> fields = new LinkedHashMap<>();
    for (Mapping.Entry property : schema.get("properties").entries()) {
      if (depth < DEPTH && chance.nextInt(3) > 0) {
        fields.put(property.key(), of(property.value(), depth + 1));
      }
    }
    Node more = schema.get("additionalProperties");
    if (more.isMapping() && depth < DEPTH) {
      fields.put("some-key", of(more, depth + 1));
    }
    return Mapping.of(fields);
  }

  private Node array(Node schema, int depth) {
    List<Node> items = new ArrayList<>();
    for (int i = depth < DEPTH ? chance.nextInt(3) : 0; i > 0; i--) {
      items.add(of(schema.get("items"), depth + 1));
    }
    return Sequence.of(items);
  }
}
