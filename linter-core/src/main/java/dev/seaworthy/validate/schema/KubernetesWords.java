package dev.seaworthy.validate.schema;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.custom.EmbeddedObjects;
import dev.seaworthy.validate.custom.ListTypes;
import dev.seaworthy.validate.custom.StructuralDefaults;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.rules.ObjectValidations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a JSON Schema says in the words of Kubernetes ({@code x-kubernetes-…}), which no evaluator of
 * JSON Schemas heeds: lists that are sets or have keys, embedded objects, rules in CEL, numbers or
 * text, fields that are kept though unknown. Catalogues that were made of definitions have them.
 */
final class KubernetesWords {

  private static final String PREFIX = "x-kubernetes-";
  private static final String INT_OR_STRING = PREFIX + "int-or-string";
  private static final String KEEPS_UNKNOWN = PREFIX + "preserve-unknown-fields";
  private static final String MORE = "additionalProperties";

  private final StructuralSchema schema;
  private final ObjectValidations validations = new ObjectValidations();

  private KubernetesWords(StructuralSchema schema) {
    this.schema = schema;
  }

  /** Whether a schema has any of them. */
  static boolean areIn(String text) {
    return text.contains("\"" + PREFIX);
  }

  /** Those of a schema. */
  static KubernetesWords of(JsonNode schema) {
    return new KubernetesWords(StructuralSchema.of(structural(JsonNodes.toNode(schema))));
  }

  /** What an evaluator can heed, in words that it knows. Changes {@code schema}. */
  static void translate(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      if (isTrue(object, KEEPS_UNKNOWN) && object.path(MORE).isBoolean()) {
        object.remove(MORE);
      }
      if (isTrue(object, INT_OR_STRING) && !isTyped(object)) {
        object.putArray("type").add("integer").add("string");
      }
    }
    schema.forEach(KubernetesWords::translate);
  }

  private static boolean isTrue(ObjectNode object, String word) {
    return object.path(word).booleanValue(false);
  }

  private static boolean isTyped(ObjectNode object) {
    return object.has("type") || object.has("anyOf") || object.has("oneOf");
  }

  /** As a definition would write it: one type a value, and whether it may be null. */
  private static Node structural(Node schema) {
    if (schema instanceof Sequence list) {
      return Sequence.of(list.items().stream().map(KubernetesWords::structural).toList());
    }
    if (!(schema instanceof Mapping mapping)) {
      return schema;
    }
    Map<String, Node> entries = new LinkedHashMap<>();
    for (Mapping.Entry entry : mapping.entries()) {
      entries.put(entry.key(), structural(entry.value()));
    }
    if (mapping.get("type") instanceof Sequence types) {
      List<String> texts = types.items().stream().map(Node::text).toList();
      texts.stream()
          .filter(type -> !type.equals("null"))
          .findFirst()
          .ifPresent(type -> entries.put("type", Scalar.of(type)));
      entries.put("nullable", Scalar.of(texts.contains("null")));
    }
    return Mapping.of(entries);
  }

  /** What {@code written} breaks, which is sound in everything else, once defaults are filled in. */
  List<FieldError> judge(Mapping written) {
    Mapping object = StructuralDefaults.apply(written, schema);
    List<FieldError> errors = new ArrayList<>(ListTypes.judge(schema, object));
    errors.addAll(EmbeddedObjects.judge(schema, object));
    if (errors.isEmpty() && schema.hasValidations()) {
      errors.addAll(validations.judge(schema, object, Absent.INSTANCE).errors());
    }
    return errors;
  }
}
