package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.custom.SchemaJudge;
import dev.seaworthy.validate.field.Request;
import java.util.Set;

/** The schema of a version. Mirrors validateCustomResourceDefinitionValidation. */
final class SchemaCheck {

  /** What may stand at the root where the status is written apart. */
  private static final Set<String> AT_ROOT = Set.of(
      "description",
      "type",
      "format",
      "title",
      "maximum",
      "exclusiveMaximum",
      "minimum",
      "exclusiveMinimum",
      "maxLength",
      "minLength",
      "pattern",
      "maxItems",
      "minItems",
      "uniqueItems",
      "multipleOf",
      "required",
      "items",
      "properties",
      "externalDocs",
      "example",
      "x-kubernetes-preserve-unknown-fields",
      "x-kubernetes-validations");

  private SchemaCheck() {}

  /** Judges a schema, unless it is one that the definition had before. */
  static void check(
      Place schema,
      boolean hasStatus,
      Node previousSpec,
      SchemaJudge judge,
      Request request,
      Findings findings) {
    if (isKnown(schema.node(), previousSpec)) {
      return;
    }
    if (hasStatus) {
      root(schema, findings);
    }
    if (schema.node().get("nullable").isTrue()) {
      findings.forbidden(schema.at("nullable"), "structural", "must not be true at the root");
    }
    Findings structure = new Findings();
    boolean isStructured = !SchemaWalk.hasUnsupported(schema.node());
    if (isStructured) {
      StructuralCheck.check(schema, structure);
      if (structure.isEmpty()) {
        DefaultsCheck.checkRoot(schema, judge, structure);
      }
    }
    boolean hadNone = findings.isEmpty() && structure.isEmpty();
    findings.addAll(structure);
    Findings walked = new Findings();
    new SchemaWalk(walked).check(schema);
    RulesCheck rules = new RulesCheck(walked, findings, request);
    rules.words(schema);
    if (isStructured && structure.isEmpty()) {
      rules.types(schema);
    }
    findings.addAll(walked);
    if (!isStructured && hadNone && findings.isEmpty()) {
      findings.invalid(schema, "structural", "must not have $schema");
    }
  }

  private static boolean isKnown(Node schema, Node previousSpec) {
    return previousSpec.get("versions").items().stream()
        .anyMatch(version -> version.at("schema", "openAPIV3Schema").sameAs(schema));
  }

  private static void root(Place schema, Findings findings) {
    String type = schema.at("type").text();
    if (!type.isEmpty() && !type.equals("object")) {
      findings.invalid(
          schema.at("type"), "status-root", "must be object: the status is a subresource");
    }
    for (Mapping.Entry entry : schema.node().entries()) {
      if (!AT_ROOT.contains(entry.key())) {
        findings.invalid(
            schema,
            "status-root",
            "must not have " + entry.key() + " at its root: the status is a subresource");
        return;
      }
    }
  }
}
