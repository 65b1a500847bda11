package dev.seaworthy.validate;

import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trees of the JSON library, which can be patched, and ours. */
final class JsonTrees {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private JsonTrees() {}

  /** The recording program took a bare y or n for text, which kubectl does not. */
  private static final Pattern BARE_LETTER =
      Pattern.compile("(?m)(?<=[:\\[,] )([yn])(?=[,}\\]]|$)|(?<=\\[)([yn])(?=[,\\]])");

  static JsonNode ofYaml(byte[] yaml) {
    String text = BARE_LETTER.matcher(new String(yaml, StandardCharsets.UTF_8)).replaceAll("'$0'");
    List<Document> documents = new ManifestReader()
        .read("base.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents();
    return JSON.readTree(documents.get(0).root().toJson());
  }

  static Node object(String yaml) {
    return new ManifestReader()
        .read("object.yaml", yaml.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }

  static Node toNode(JsonNode json) {
    if (json.isObject()) {
      List<Mapping.Entry> entries = new ArrayList<>();
      json.properties()
          .forEach(
              e -> entries.add(new Mapping.Entry(e.getKey(), Span.NONE, toNode(e.getValue()))));
      return new Mapping(entries, Span.NONE);
    }
    if (json.isArray()) {
      List<Node> items = new ArrayList<>();
      json.forEach(item -> items.add(toNode(item)));
      return new Sequence(items, Span.NONE);
    }
    if (json.isString()) {
      return Scalar.of(json.stringValue());
    }
    return new Scalar(kind(json), json.toString(), Span.NONE);
  }

  private static Scalar.Kind kind(JsonNode json) {
    if (json.isNull()) {
      return Scalar.Kind.NULL;
    }
    if (json.isBoolean()) {
      return Scalar.Kind.BOOLEAN;
    }
    return json.isIntegralNumber() ? Scalar.Kind.INTEGER : Scalar.Kind.FLOAT;
  }

  /** Applies RFC 6902 operations to {@code root}, which is changed. */
  static JsonNode patch(JsonNode root, JsonNode operations) {
    JsonNode document = root;
    for (JsonNode operation : operations) {
      document = apply(
          document,
          operation.get("op").stringValue(),
          operation.get("path").stringValue(),
          operation.get("value"));
    }
    return document;
  }

  private static JsonNode apply(JsonNode root, String op, String pointer, JsonNode value) {
    if (pointer.isEmpty()) {
      return value;
    }
    String[] steps = pointer.substring(1).split("/", -1);
    JsonNode parent = root;
    for (int i = 0; i < steps.length - 1; i++) {
      parent = child(parent, unescape(steps[i]));
    }
    String last = unescape(steps[steps.length - 1]);
    if (parent instanceof ArrayNode array) {
      changeItem(array, op, last, value);
    } else if (op.equals("remove")) {
      ((ObjectNode) parent).remove(last);
    } else {
      ((ObjectNode) parent).set(last, value);
    }
    return root;
  }

  private static void changeItem(ArrayNode array, String op, String index, JsonNode value) {
    switch (op) {
      case "remove" -> array.remove(Integer.parseInt(index));
      case "replace" -> array.set(Integer.parseInt(index), value);
      default -> {
        if (index.equals("-")) {
          array.add(value);
        } else {
          array.insert(Integer.parseInt(index), value);
        }
      }
    }
  }

  private static JsonNode child(JsonNode parent, String step) {
    return parent.isArray() ? parent.get(Integer.parseInt(step)) : parent.get(step);
  }

  private static String unescape(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }
}
