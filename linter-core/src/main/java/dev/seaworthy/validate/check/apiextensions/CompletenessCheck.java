package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.manifest.Mapping;
import java.util.List;

/**
 * Whether all that conditions speak of is defined outside of them. Mirrors
 * validateStructuralCompleteness, which looks at the conditions of the root only.
 */
final class CompletenessCheck {

  private final Findings findings;

  CompletenessCheck(Findings findings) {
    this.findings = findings;
  }

  void check(Place root) {
    conditions(root, root);
  }

  private void conditions(Place condition, Place schema) {
    for (String word : List.of("allOf", "anyOf", "oneOf")) {
      condition.at(word).items().forEach(one -> nested(one, schema));
    }
    if (condition.node().get("not").isMapping()) {
      nested(condition.at("not"), schema);
    }
  }

  private void nested(Place condition, Place schema) {
    if (!schema.isPresent()) {
      findings.required(schema, "structural", "must be given, because a condition speaks of it");
      return;
    }
    conditions(condition, schema);
    if (condition.node().get("items").isMapping()) {
      nested(condition.at("items"), schema.at("items"));
    }
    for (Mapping.Entry property : condition.node().get("properties").entries()) {
      nested(condition.property(property.key()), schema.property(property.key()));
    }
  }
}
