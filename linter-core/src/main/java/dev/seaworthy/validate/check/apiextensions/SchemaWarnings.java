package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.custom.KnownFormats;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the server warns of in a definition that it takes, once for each text. */
final class SchemaWarnings {

  private static final int FORMATS_KNOWN_SINCE = 36;

  private final Set<String> said = new LinkedHashSet<>();
  private final boolean knowsFormats;
  private final Errors errors;

  private SchemaWarnings(Request request, Errors errors) {
    this.knowsFormats = request.isSince(FORMATS_KNOWN_SINCE);
    this.errors = errors;
  }

  static void warn(Place spec, Node previous, Request request, Errors errors) {
    SchemaWarnings warnings = new SchemaWarnings(request, errors);
    for (Node version : previous.at("spec", "versions").items()) {
      new SchemaWarnings(request, new Errors()).collect(version, warnings.said);
    }
    for (Place version : spec.at("versions").items()) {
      warnings.schema(version.at("schema").at("openAPIV3Schema"));
    }
  }

  /** What was warned of before is not told again. */
  private void collect(Node version, Set<String> known) {
    Place schema =
        new Place(version.at("schema", "openAPIV3Schema"), FieldPath.ROOT, FieldPath.ROOT);
    schema(schema);
    known.addAll(said);
  }

  private void schema(Place schema) {
    Node node = schema.node();
    if (!node.isMapping()) {
      return;
    }
    String itemType = node.at("items", "type").text();
    boolean isSet = node.get("x-kubernetes-list-type").text().equals("set");
    if (isSet && (itemType.equals("object") || itemType.equals("array"))) {
      say(
          schema.at("x-kubernetes-list-type"),
          "list-type",
          "is set for items of type " + itemType
              + ", which neither server-side apply nor rules in CEL support");
    }
    if (knowsFormats
        && KnownFormats.isUnknown(node.get("type").text(), node.get("format").text())) {
      String format = node.get("format").text();
      say(schema.at("format"), "format", "is '" + format + "', which no check knows");
    }
    below(schema);
  }

  private void below(Place schema) {
    for (Mapping.Entry property : schema.node().get("properties").entries()) {
      schema(schema.property(property.key()));
    }
    for (String word : List.of("items", "additionalProperties", "not")) {
      schema(schema.at(word));
    }
    for (String word : List.of("allOf", "anyOf", "oneOf")) {
      schema.at(word).items().forEach(this::schema);
    }
  }

  private void say(Place place, String origin, String message) {
    if (said.add(message)) {
      errors.warn(place.written(), origin, message);
    }
  }
}
