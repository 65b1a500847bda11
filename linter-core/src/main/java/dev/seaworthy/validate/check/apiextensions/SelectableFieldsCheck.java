package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.CauseType;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fields that objects can be selected by. Mirrors ValidateCustomResourceSelectableFields. */
final class SelectableFieldsCheck {

  private static final int MOST = 8;
  private static final List<String> TYPES = List.of("string", "boolean", "integer");

  private SelectableFieldsCheck() {}

  static void check(Place fields, Node schema, Findings findings) {
    Set<List<String>> seen = new HashSet<>();
    for (Place field : fields.items()) {
      Place path = field.at("jsonPath");
      if (path.text().isEmpty()) {
        findings.required(path, "required", "must be given");
      } else {
        field(path, schema, seen, findings);
      }
    }
    if (fields.node().size() > MOST) {
      findings.add(CauseType.TOO_MANY, fields, "maxItems", "must be at most " + MOST + " fields");
    }
  }

  private static void field(Place path, Node schema, Set<List<String>> seen, Findings findings) {
    SchemaFieldPath found = SchemaFieldPath.find(path.text(), schema, false);
    if (!found.problem().isEmpty()) {
      findings.invalid(path, "json-path", "is '" + path.text() + "', " + found.problem());
      return;
    }
    if (found.steps().get(0).equals("metadata")) {
      findings.invalid(path, "selectable-field", "must not lead into the metadata");
    }
    if (!TYPES.contains(found.schema().get("type").text())) {
      findings.invalid(path, "selectable-field", "must lead to a string, a boolean or an integer");
    }
    if (!seen.add(found.steps())) {
      findings.add(CauseType.DUPLICATE, path, "unique", "leads to the field of an entry before it");
    }
  }
}
