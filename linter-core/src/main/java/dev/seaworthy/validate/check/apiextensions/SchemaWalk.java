package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.List;
import java.util.Set;

/**
 * Which keywords a schema may have, at every place in it. Mirrors
 * ValidateCustomResourceDefinitionOpenAPISchema and its standard of OpenAPI v3.
 */
final class SchemaWalk {

  private static final List<String> TYPES =
      List.of("array", "boolean", "integer", "number", "object", "string");
  private static final List<String> UNSUPPORTED =
      List.of("additionalItems", "patternProperties", "definitions", "dependencies", "$ref");
  private static final String EMBEDDED = "x-kubernetes-embedded-resource";
  private static final Set<String> OF_OBJECTS = Set.of("apiVersion", "kind", "metadata");

  private final Findings findings;

  SchemaWalk(Findings findings) {
    this.findings = findings;
  }

  void check(Place root) {
    schema(root, true, false, false);
  }

  /** Whether there is a keyword anywhere for which structure has no meaning. */
  static boolean hasUnsupported(Node schema) {
    boolean here = UNSUPPORTED.stream().anyMatch(word -> isGiven(word, schema.get(word)))
        || !schema.get("id").text().isEmpty()
        || !schema.get("$schema").text().isEmpty()
        || (schema.get("items") instanceof Sequence list && list.size() > 0);
    return here || inside(schema);
  }

  private static boolean isGiven(String word, Node value) {
    boolean isMap = word.equals("definitions") || word.equals("patternProperties");
    return isMap ? value.size() > 0 : value.isPresent();
  }

  private static boolean inside(Node schema) {
    for (Mapping.Entry property : schema.get("properties").entries()) {
      if (hasUnsupported(property.value())) {
        return true;
      }
    }
    for (String word : List.of("allOf", "anyOf", "oneOf")) {
      if (schema.get(word).items().stream().anyMatch(SchemaWalk::hasUnsupported)) {
        return true;
      }
    }
    for (String word : List.of("items", "additionalProperties", "not")) {
      if (schema.get(word) instanceof Mapping below && hasUnsupported(below)) {
        return true;
      }
    }
    return false;
  }

  private void schema(Place schema, boolean isRoot, boolean inMeta, boolean noDefaults) {
    words(schema, noDefaults);
    if (inMeta && schema.node().get(EMBEDDED).isTrue()) {
      findings.forbidden(schema.at(EMBEDDED), "structural", "must not be in what objects have");
    }
    if (schema.node().get("uniqueItems").isTrue()) {
      findings.forbidden(
          schema.at("uniqueItems"), "structural", "must not be true; use a list of type set");
    }
    more(schema, inMeta, noDefaults);
    boolean isObject = isRoot || schema.node().get(EMBEDDED).isTrue();
    for (Mapping.Entry property : schema.node().get("properties").entries()) {
      boolean entersMeta = isObject && OF_OBJECTS.contains(property.key());
      schema(
          schema.property(property.key()),
          false,
          inMeta || entersMeta,
          noDefaults || (isRoot && entersMeta));
    }
    for (String word : List.of("allOf", "anyOf", "oneOf")) {
      schema.at(word).items().forEach(one -> schema(one, false, inMeta, noDefaults));
    }
    for (String word : List.of("not", "items")) {
      if (schema.node().get(word).isMapping()) {
        schema(schema.at(word), false, inMeta, noDefaults);
      }
    }
    schema.at("items").items().forEach(one -> schema(one, false, inMeta, noDefaults));
    extensions(schema);
    ListTypeCheck.check(schema, findings);
  }

  private void more(Place schema, boolean inMeta, boolean noDefaults) {
    Place more = schema.at("additionalProperties");
    if (!more.isPresent()) {
      return;
    }
    if (schema.node().get("properties").size() > 0 && !more.node().isTrue()) {
      findings.forbidden(more, "structural", "must not stand beside properties");
    }
    if (more.node().isMapping()) {
      schema(more, false, inMeta, noDefaults || inMeta);
    }
  }

  private void words(Place schema, boolean noDefaults) {
    if (noDefaults && schema.at("default").isPresent()) {
      findings.forbidden(
          schema.at("default"), "structural", "must not be in what every object has");
    }
    if (!schema.at("id").text().isEmpty()) {
      findings.forbidden(schema.at("id"), "structural", "is not supported; leave it out");
    }
    for (String word : UNSUPPORTED) {
      if (isGiven(word, schema.at(word).node())) {
        findings.forbidden(schema.at(word), "structural", "is not supported; leave it out");
      }
    }
    type(schema.at("type"));
    if (schema.node().get("items") instanceof Sequence list && list.size() > 0) {
      findings.forbidden(schema.at("items"), "structural", "must be one schema, not a list");
    }
  }

  private void type(Place type) {
    if (!type.text().isEmpty() && !TYPES.contains(type.text())) {
      findings.notSupported(
          type, "enum", "is '" + type.text() + "', must be one of " + String.join(", ", TYPES));
    }
  }

  private void extensions(Place schema) {
    Place keeps = schema.at("x-kubernetes-preserve-unknown-fields");
    if (keeps.isPresent() && !keeps.node().isTrue()) {
      findings.invalid(keeps, "structural", "is false, must be true or left out");
    }
    Place mapType = schema.at("x-kubernetes-map-type");
    if (!mapType.isPresent()) {
      return;
    }
    ListTypeCheck.needs(schema, "object", "x-kubernetes-map-type", findings);
    if (!mapType.text().equals("atomic") && !mapType.text().equals("granular")) {
      findings.notSupported(
          mapType, "enum", "is '" + mapType.text() + "', must be one of atomic, granular");
    }
  }
}
