package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.custom.DefaultRules;
import dev.seaworthy.validate.custom.SchemaJudge;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.rules.ObjectValidations;
import java.util.ArrayList;
import java.util.List;

/** Whether defaults fit their own schemas. Mirrors the server's ValidateDefaults. */
final class DefaultsCheck {

  private DefaultsCheck() {}

  /** Judges the defaults of a whole object's schema. */
  static void checkRoot(Place root, SchemaJudge judge, Findings findings) {
    if (root.node() instanceof Mapping schema) {
      Mapping object = schema.with("x-kubernetes-embedded-resource", Scalar.of(true));
      check(new Place(object, root.named(), root.written()), judge, findings);
    }
  }

  private static void check(Place schema, SchemaJudge judge, Findings findings) {
    Place value = schema.at("default");
    if (value.isPresent()) {
      value(StructuralSchema.of(schema.node()), value, judge, findings);
    }
    Node items = schema.node().get("items");
    if (items.isMapping()) {
      check(schema.at("items"), judge, findings);
    }
    for (Mapping.Entry property : schema.node().get("properties").entries()) {
      check(schema.property(property.key()), judge, findings);
    }
  }

  private static void value(
      StructuralSchema schema, Place value, SchemaJudge judge, Findings findings) {
    List<FieldError> errors = new ArrayList<>(DefaultRules.judge(judge, schema, value.node()));
    if (errors.isEmpty() && schema.hasValidations()) {
      errors.addAll(new ObjectValidations().judgeValue(schema, value.node()));
    }
    for (FieldError error : errors) {
      String inside = error.field().toString();
      FieldPath named = inside.isEmpty() || inside.equals("<nil>")
          ? value.named()
          : value.named().child(inside);
      findings.add(error.type(), value.named(named), error.origin(), error.message());
    }
  }
}
