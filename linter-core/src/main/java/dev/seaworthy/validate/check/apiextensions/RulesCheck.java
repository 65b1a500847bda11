package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.rules.RuleTypes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules in CEL of a schema: what is written beside them, and their types. */
final class RulesCheck {

  private static final String RULES = "x-kubernetes-validations";
  private static final List<String> REASONS = List.of(
      "FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired");

  private static final Set<String> MAP_TYPES = Set.of("granular", "atomic");

  private static final long UNBOUNDED = -1;

  private final Findings walked;
  private final Findings findings;
  private final RuleBudget budget;
  private final Request request;

  /** Made for the first rule: a definition without any loads nothing of CEL. */
  private @Nullable RuleTypes types;

  /** With what is wrong with the schemas but for their rules. */
  RulesCheck(Findings walked, Findings findings, Request request) {
    this.walked = walked;
    this.findings = findings;
    this.budget = new RuleBudget(findings);
    this.request = request;
  }

  /** What stands around the expressions, at every place of the schema. */
  void words(Place schema) {
    for (Place rule : schema.at(RULES).items()) {
      words(rule, schema.node());
    }
    for (Mapping.Entry property : schema.node().get("properties").entries()) {
      words(schema.property(property.key()));
    }
    for (String word : List.of("items", "additionalProperties", "not")) {
      if (schema.node().get(word).isMapping()) {
        words(schema.at(word));
      }
    }
    for (String word : List.of("allOf", "anyOf", "oneOf")) {
      schema.at(word).items().forEach(this::words);
    }
  }

  private void words(Place rule, Node schema) {
    String text = rule.at("rule").text().strip();
    if (text.isEmpty()) {
      findings.required(rule.at("rule"), "required", "must be given");
    }
    message(rule.at("message"), text);
    if (isBlank(rule.at("messageExpression"))) {
      findings.required(rule.at("messageExpression"), "required", "must not be blank");
    }
    Place reason = rule.at("reason");
    if (reason.isPresent() && !REASONS.contains(reason.text())) {
      findings.notSupported(
          reason,
          "enum",
          "is '" + reason.text() + "', must be one of " + String.join(", ", REASONS));
    }
    path(rule.at("fieldPath"), schema);
  }

  private static boolean isBlank(Place text) {
    return !text.text().isEmpty() && text.text().isBlank();
  }

  private void message(Place message, String rule) {
    String text = message.text().strip();
    if (isBlank(message)) {
      findings.invalid(message, "rule-message", "must not be blank");
    } else if (text.indexOf('\n') >= 0) {
      findings.invalid(message, "rule-message", "must be one line");
    } else if (rule.indexOf('\n') >= 0 && text.isEmpty()) {
      findings.required(
          message, "rule-message", "must be given, because the rule has several lines");
    }
  }

  private void path(Place path, Node schema) {
    if (path.text().isEmpty()) {
      return;
    }
    if (path.text().isBlank()) {
      findings.invalid(path, "field-path", "must not be blank");
    }
    if (path.text().indexOf('\n') >= 0) {
      findings.invalid(path, "field-path", "must be one line");
    }
    SchemaFieldPath found = SchemaFieldPath.find(path.text(), schema, true);
    if (!found.problem().isEmpty()) {
      findings.invalid(path, "field-path", "is '" + path.text() + "', " + found.problem());
    }
  }

  /** The types of expressions; of schemas that are not right in themselves, or inside, nobody knows. */
  void types(Place root) {
    StructuralSchema schema = StructuralSchema.of(root.node());
    if (schema.hasValidations()) {
      types(root, schema, true, false, 1);
      budget.settle(root);
    }
  }

  /**
   * @param isLoose whether nobody can tell what the value was before
   * @param count how many such values an object has at most; {@link #UNBOUNDED} if nothing says so
   */
  private void types(
      Place place, StructuralSchema schema, boolean isObject, boolean isLoose, long count) {
    if (schema.validations() > 0 && !walked.anyAt(place) && !findings.anyAt(place)) {
      rules(place, schema, isObject, isLoose, count);
    }
    boolean losesKeys = isLoose || hasUnknownMapType(place.node());
    for (Mapping.Entry property : place.node().get("properties").entries()) {
      StructuralSchema below = schema.property(property.key());
      if (below != null && below.hasValidations()) {
        types(place.property(property.key()), below, below.embedded(), losesKeys, count);
      }
    }
    StructuralSchema more = schema.additional();
    if (more != null && more.hasValidations()) {
      types(
          place.at("additionalProperties"),
          more,
          more.embedded(),
          isLoose,
          inside(count, schema.rules().maxProperties()));
    }
    StructuralSchema items = schema.items();
    if (items != null && items.hasValidations()) {
      boolean loses = isLoose || !schema.listType().equals("map");
      types(
          place.at("items"),
          items,
          items.embedded(),
          loses,
          inside(count, schema.rules().maxItems()));
    }
  }

  /** Keys tell the parts of a map apart, even of one that is replaced as a whole. */
  private static boolean hasUnknownMapType(Node schema) {
    Node type = schema.get("x-kubernetes-map-type");
    return type.isPresent() && !MAP_TYPES.contains(type.text());
  }

  private static long inside(long count, OptionalLong bound) {
    return count == UNBOUNDED || bound.isEmpty()
        ? UNBOUNDED
        : count * Math.min(bound.getAsLong(), Integer.MAX_VALUE);
  }

  private void rules(
      Place place, StructuralSchema schema, boolean isObject, boolean isLoose, long count) {
    RuleTypes known = types == null ? new RuleTypes(request) : types;
    types = known;
    if (!known.knows(schema, isObject)) {
      findings.add(
          CauseType.INTERNAL,
          place.at(RULES),
          "rule-types",
          "are about values without a type, of which rules cannot speak");
      return;
    }
    for (Place rule : place.at(RULES).items()) {
      if (!rule.at("rule").text().isBlank()) {
        RuleTypes.Finding found = known.judge(schema, isObject, rule.node());
        long values = count == UNBOUNDED ? RuleTypes.mostValues(schema) : count;
        rule(rule, found, isLoose);
        budget.spend(rule.at("rule"), times(found.cost(), values));
        budget.spend(rule.at("messageExpression"), times(found.messageCost(), values));
      }
    }
  }

  private static long times(long cost, long values) {
    return values != 0 && cost > Long.MAX_VALUE / values ? Long.MAX_VALUE : cost * values;
  }

  private void rule(Place rule, RuleTypes.Finding found, boolean isLoose) {
    report(rule.at("rule"), found.rule());
    report(rule.at("messageExpression"), found.message());
    if (found.usesOldSelf() && isLoose) {
      findings.invalid(
          rule.at("rule"),
          "rule-old-self",
          "uses oldSelf within a list without keys, or a map of an unknown type, where nobody"
              + " knows what was what");
    }
    if (!found.usesOldSelf() && rule.at("optionalOldSelf").isPresent()) {
      findings.invalid(
          rule.at("optionalOldSelf"), "rule-old-self", "must be left out: the rule has no oldSelf");
    }
  }

  private void report(Place expression, Optional<String> problem) {
    problem.ifPresent(text -> findings.invalid(expression, "rule-types", text));
  }
}
