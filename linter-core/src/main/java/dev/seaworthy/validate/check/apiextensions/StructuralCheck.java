package dev.seaworthy.validate.check.apiextensions;

import com.google.re2j.PatternSyntaxException;
import dev.seaworthy.cel.GoPattern;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Set;

/**
 * Whether a schema is structural: each value's type is said once, outside of conditions. Mirrors
 * ValidateStructural.
 */
final class StructuralCheck {

  private static final String KEEPS = "x-kubernetes-preserve-unknown-fields";
  private static final String EMBEDDED = "x-kubernetes-embedded-resource";
  private static final String INT_OR_STRING = "x-kubernetes-int-or-string";
  private static final Set<String> NAMES = Set.of("name", "generateName");

  private enum Level {
    ROOT("must be object at the root"),
    ITEM("must be given for the items of a list"),
    FIELD("must be given for a field");

    private final String missing;

    Level(String missing) {
      this.missing = missing;
    }
  }

  private final Findings findings;

  private StructuralCheck(Findings findings) {
    this.findings = findings;
  }

  static void check(Place root, Findings findings) {
    new StructuralCheck(findings).schema(root, Level.ROOT);
    new CompletenessCheck(findings).check(root);
  }

  private void schema(Place schema, Level level) {
    Node node = schema.node();
    if (schema.at("type").text().equals("array") && !node.get("items").isMapping()) {
      findings.required(schema.at("items"), "structural", "must be given for a list");
    }
    if (node.get("items").isMapping()) {
      schema(schema.at("items"), Level.ITEM);
    }
    for (Mapping.Entry property : node.get("properties").entries()) {
      schema(schema.property(property.key()), Level.FIELD);
    }
    Place more = schema.at("additionalProperties");
    if (more.isPresent() && level == Level.ROOT) {
      findings.forbidden(more, "structural", "must not be used at the root");
    }
    if (more.node().isMapping()) {
      schema(more, Level.FIELD);
    }
    if (node.get(INT_OR_STRING).isTrue()) {
      exclusive(schema.at(KEEPS));
      exclusive(schema.at(EMBEDDED));
    }
    conditions(schema, isIntOrString(node.get("anyOf")), false);
    type(schema, level);
    if (level == Level.ROOT || node.get(EMBEDDED).isTrue()) {
      ofObjects(schema);
    }
    if (level == Level.ROOT) {
      metadata(schema.property("metadata"));
    }
    embedded(schema);
  }

  private void exclusive(Place word) {
    if (word.node().isTrue()) {
      findings.invalid(word, "structural", "must not stand beside " + INT_OR_STRING);
    }
  }

  private void type(Place schema, Level level) {
    Place type = schema.at("type");
    Node node = schema.node();
    boolean isFree = node.get(INT_OR_STRING).isTrue() || node.get(KEEPS).isTrue();
    if (node.get(EMBEDDED).isTrue() && !type.text().equals("object")) {
      ListTypeCheck.needs(schema, "object", EMBEDDED, findings);
    } else if (type.text().isEmpty() && !isFree) {
      findings.required(type, "structural", level.missing);
    }
    if (level == Level.ROOT && !type.text().isEmpty() && !type.text().equals("object")) {
      findings.invalid(type, "structural", level.missing);
    }
  }

  private void ofObjects(Place schema) {
    for (String name : List.of("kind", "apiVersion")) {
      is(schema.property(name), "string");
    }
    is(schema.property("metadata"), "object");
  }

  private void is(Place property, String type) {
    if (property.isPresent() && !property.at("type").text().equals(type)) {
      findings.invalid(property.at("type"), "structural", "must be " + type);
    }
  }

  /** The metadata of objects are known; only names can be restricted further. */
  private void metadata(Place metadata) {
    Node node = metadata.node();
    boolean isFine = true;
    for (Mapping.Entry entry : node.entries()) {
      isFine &= switch (entry.key()) {
        case "type", "default" -> true;
        case "properties" -> isNames(entry.value());
        case "maximum",
            "minimum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "multipleOf",
            "uniqueItems" -> !entry.value().isPresent();
        default -> false;
      };
    }
    if (!isFine) {
      findings.forbidden(metadata, "structural", "must say nothing but of name and generateName");
    }
  }

  private static boolean isNames(Node properties) {
    return properties.entries().stream().allMatch(entry -> NAMES.contains(entry.key()));
  }

  private void embedded(Place schema) {
    Node node = schema.node();
    if (!node.get(EMBEDDED).isTrue()) {
      return;
    }
    if (node.get("additionalProperties").isPresent()) {
      findings.forbidden(
          schema.at("additionalProperties"), "structural", "must not stand beside " + EMBEDDED);
    }
    if (!node.get(KEEPS).isTrue() && node.get("properties").size() == 0) {
      findings.required(
          schema.at("properties"), "structural", "must be given, or " + KEEPS + " be true");
    }
  }

  private static boolean isIntOrString(Node anyOf) {
    return anyOf.size() == 2
        && isOnlyType(anyOf.get(0), "integer")
        && isOnlyType(anyOf.get(1), "string");
  }

  private static boolean isOnlyType(Node schema, String type) {
    return schema.get("type").text().equals(type)
        && schema.entries().stream()
            .allMatch(entry -> entry.key().equals("type") || isNothing(entry));
  }

  /** What Go cannot tell from a keyword that is not there. */
  private static boolean isNothing(Mapping.Entry entry) {
    Node value = entry.value();
    boolean isEmptyText = value.asString().filter(String::isEmpty).isPresent();
    boolean isEmptyList = value.isSequence() && value.size() == 0;
    boolean isFalse = value.toJson().equals("false");
    boolean isEmptyMap = entry.key().equals("definitions") && value.size() == 0;
    return value.isAbsent() || isEmptyText || isEmptyList || isFalse || isEmptyMap;
  }

  private void conditions(Place schema, boolean skipAny, boolean nested) {
    Node node = schema.node();
    if (!skipAny) {
      schema.at("anyOf").items().forEach(one -> nested(one, false));
    }
    List<Place> all = schema.at("allOf").items();
    for (int i = 0; i < all.size(); i++) {
      boolean isFirst = !nested && i == 0;
      nested(all.get(i), isFirst && isIntOrString(all.get(i).node().get("anyOf")));
    }
    schema.at("oneOf").items().forEach(one -> nested(one, false));
    if (node.get("not").isMapping()) {
      nested(schema.at("not"), false);
    }
    pattern(schema.at("pattern"));
  }

  private void pattern(Place pattern) {
    try {
      GoPattern.compile(pattern.text());
    } catch (PatternSyntaxException wrong) {
      findings.invalid(
          pattern, "pattern", "must be a regular expression: " + wrong.getDescription());
    }
  }

  /** A schema within a condition restricts what is said elsewhere, and adds nothing. */
  private void nested(Place schema, boolean skipAny) {
    conditions(schema, skipAny, true);
    if (schema.node().get("items").isMapping()) {
      nested(schema.at("items"), false);
    }
    for (Mapping.Entry property : schema.node().get("properties").entries()) {
      nested(schema.property(property.key()), false);
    }
    for (Mapping.Entry entry : schema.node().entries()) {
      if (isForbidden(entry)) {
        findings.forbidden(
            schema.at(entry.key()), "structural", "must not stand within a condition");
      }
    }
    if (schema.property("metadata").isPresent()) {
      findings.forbidden(
          schema.property("metadata"), "structural", "must not stand within a condition");
    }
  }

  private static boolean isForbidden(Mapping.Entry entry) {
    Node value = entry.value();
    return switch (entry.key()) {
      case "type", "title", "description" -> !value.text().isEmpty();
      case "nullable", KEEPS, EMBEDDED, INT_OR_STRING -> value.isTrue();
      case "x-kubernetes-list-map-keys", "x-kubernetes-validations" -> value.size() > 0;
      case "additionalProperties", "default", "x-kubernetes-list-type", "x-kubernetes-map-type" ->
        value.isPresent();
      default -> false;
    };
  }
}
