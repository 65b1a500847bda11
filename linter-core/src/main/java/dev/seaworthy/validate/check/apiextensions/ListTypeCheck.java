package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a list's type asks of its items: keys that are there, wholes that don't change in parts. */
final class ListTypeCheck {

  private static final String LIST_TYPE = "x-kubernetes-list-type";
  private static final String KEYS = "x-kubernetes-list-map-keys";
  private static final String MAP_TYPE = "x-kubernetes-map-type";
  private static final List<String> TYPES = List.of("atomic", "map", "set");

  private ListTypeCheck() {}

  static void check(Place schema, Findings findings) {
    Place type = schema.at(LIST_TYPE);
    if (type.isPresent()) {
      needs(schema, "array", LIST_TYPE, findings);
      if (!TYPES.contains(type.text())) {
        findings.notSupported(
            type, "enum", "is '" + type.text() + "', must be one of " + String.join(", ", TYPES));
      }
    }
    boolean isMap = type.text().equals("map");
    if (schema.at(KEYS).node().size() > 0 && !isMap) {
      if (type.isPresent()) {
        findings.invalid(type, "list-type", "must be map, because the list has keys");
      } else {
        findings.required(type, "list-type", "must be map, because the list has keys");
      }
    }
    Place items = schema.at("items");
    if (type.text().equals("set") && items.node().isMapping()) {
      wholes(items, findings);
    }
    if (isMap) {
      map(schema, items, findings);
    }
    if ((isMap || type.text().equals("set")) && items.node().get("nullable").isTrue()) {
      findings.forbidden(
          items.at("nullable"), "list-type", "must not be true in a list of type " + type.text());
    }
  }

  /** A keyword that only one type may have. */
  static void needs(Place schema, String wanted, String keyword, Findings findings) {
    Place type = schema.at("type");
    if (type.text().isEmpty()) {
      findings.required(type, "structural", "must be " + wanted + ", because of " + keyword);
    } else if (!type.text().equals(wanted)) {
      findings.invalid(
          type,
          "structural",
          "is '" + type.text() + "', must be " + wanted + " because of " + keyword);
    }
  }

  /** The items of a set are told apart as wholes, so nobody may own a part of one. */
  private static void wholes(Place items, Findings findings) {
    String type = items.at("type").text();
    Place inner = items.at(LIST_TYPE);
    if (type.equals("array") && inner.isPresent() && !inner.text().equals("atomic")) {
      findings.invalid(inner, "list-type", "must be atomic in a list of type set");
    }
    Place map = items.at(MAP_TYPE);
    if (type.equals("object") && !map.text().equals("atomic")) {
      findings.invalid(map, "list-type", "must be atomic in a list of type set");
    }
  }

  private static void map(Place schema, Place items, Findings findings) {
    Place keys = schema.at(KEYS);
    if (keys.node().size() == 0) {
      findings.required(keys, "list-type", "must name the fields that tell the items apart");
    }
    if (!items.isPresent()) {
      findings.required(items, "list-type", "must have a schema in a list of type map");
    } else if (items.node().isSequence()) {
      findings.invalid(items, "list-type", "must be one schema in a list of type map");
    } else if (!items.at("type").text().equals("object")) {
      findings.invalid(items.at("type"), "list-type", "must be object in a list of type map");
    } else {
      keys(keys, items, findings);
    }
  }

  private static void keys(Place keys, Place items, Findings findings) {
    Set<String> seen = new HashSet<>();
    Set<String> required =
        items.node().get("required").items().stream().map(Node::text).collect(Collectors.toSet());
    for (Node key : keys.node().items()) {
      Place property = items.property(key.text());
      if (!property.isPresent()) {
        findings.invalid(keys, "list-type", "has '" + key.text() + "', which no item has");
      } else {
        key(property, required.contains(key.text()), findings);
      }
      if (!seen.add(key.text())) {
        findings.invalid(keys, "list-type", "has '" + key.text() + "' twice");
      }
    }
  }

  private static void key(Place property, boolean isRequired, Findings findings) {
    String type = property.at("type").text();
    if (type.equals("array") || type.equals("object")) {
      findings.invalid(
          property.at("type"), "list-type", "must be a text, a number or a boolean: it is a key");
    }
    if (!isRequired && !property.at("default").isPresent()) {
      findings.required(
          property.at("default"), "list-type", "must be given, or the field required: it is a key");
    }
    if (property.node().get("nullable").isTrue()) {
      findings.forbidden(
          property.at("nullable"), "list-type", "must not be true: the field is a key");
    }
  }
}
