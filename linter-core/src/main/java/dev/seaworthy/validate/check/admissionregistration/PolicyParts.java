package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.KeyFormat;
import dev.seaworthy.validate.format.LabelFormat;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.rules.PolicyTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;

/** What policies and webhooks have in common: whom they are about, and what they compute with. */
final class PolicyParts {

  private static final List<String> FAILURE_POLICIES = List.of("Fail", "Ignore");
  private static final int MOST_CONDITIONS = 64;

  /** What CEL keeps for itself, beside the names of its literals. */
  private static final Set<String> RESERVED = Set.of(
      "as",
      "break",
      "const",
      "continue",
      "else",
      "false",
      "for",
      "function",
      "if",
      "import",
      "in",
      "let",
      "loop",
      "namespace",
      "null",
      "package",
      "return",
      "true",
      "var",
      "void",
      "while");

  private PolicyParts() {}

  /**
   * What a policy has whatever it does: what it asks for, whom it is about, what it computes with.
   *
   * @param match judges whom it is about
   */
  static void common(
      Value spec, PolicyTypes types, BiConsumer<Value, Errors> match, Errors errors) {
    failurePolicy(spec.at("failurePolicy"), errors);
    paramKind(spec.at("paramKind"), errors);
    if (isLimited(spec.at("matchConstraints"), errors)) {
      match.accept(spec.at("matchConstraints"), errors);
    }
    conditions(spec.at("matchConditions"), types, errors);
    variables(spec.at("variables"), types, errors);
  }

  static void failurePolicy(Value policy, Errors errors) {
    AdmissionRules.one(policy, FAILURE_POLICIES, errors);
  }

  /** The kind of parameters; a policy may have none. Mirrors validateParamKind. */
  private static void paramKind(Value kind, Errors errors) {
    if (!kind.isPresent()) {
      return;
    }
    groupVersion(kind.at("apiVersion"), errors);
    Value name = kind.at("kind");
    if (name.text().isEmpty()) {
      errors.required(name.path(), "required", "must be given");
    } else if (!NameFormat.DNS1035_LABEL.accepts(name.text().toLowerCase(Locale.ROOT))) {
      errors.invalid(name.path(), "kind", "is '" + name.text() + "', must be a kind's name");
    }
  }

  private static void groupVersion(Value apiVersion, Errors errors) {
    String text = apiVersion.text();
    int slash = text.indexOf('/');
    if (text.isEmpty()) {
      errors.required(apiVersion.path(), "required", "must be given");
      return;
    }
    if (slash != text.lastIndexOf('/')) {
      errors.invalid(apiVersion.path(), "group-version", "must be a version, or group/version");
      return;
    }
    String group = text.substring(0, Math.max(slash, 0));
    if (!group.isEmpty() && !NameFormat.DNS1123_SUBDOMAIN.accepts(group)) {
      errors.invalid(
          apiVersion.path(), "group-version", "has the group '" + group + "', which is none");
    }
    if (!NameFormat.DNS1035_LABEL.accepts(text.substring(slash + 1))) {
      errors.invalid(apiVersion.path(), "group-version", "is '" + text + "', must have a version");
    }
  }

  /** Whether a policy says what it is about, as it must. */
  private static boolean isLimited(Value constraints, Errors errors) {
    if (!constraints.isPresent()) {
      errors.required(constraints.path(), "required", "must say what the policy is about");
      return false;
    }
    if (constraints.at("resourceRules").size() == 0) {
      errors.required(
          constraints.at("resourceRules").path(), "required", "must have at least one rule");
    }
    return true;
  }

  static void conditions(Value conditions, PolicyTypes types, Errors errors) {
    if (conditions.size() > MOST_CONDITIONS) {
      errors.tooMany(conditions.path(), "maxItems", "must be at most " + MOST_CONDITIONS);
    }
    Set<String> seen = new HashSet<>();
    for (Value condition : conditions.items()) {
      Value name = condition.at("name");
      if (name.text().isEmpty()) {
        errors.required(name.path(), "required", "must be given");
      } else {
        errors.form(name, LabelFormat.QUALIFIED_NAME);
        if (!seen.add(name.text())) {
          errors.duplicate(name.path(), "unique", "is there twice");
        }
      }
      Value expression = condition.at("expression");
      if (isGiven(expression, errors)) {
        report(expression, types.condition(expression.text()), errors);
      }
    }
  }

  private static void variables(Value variables, PolicyTypes types, Errors errors) {
    for (Value variable : variables.items()) {
      Value name = variable.at("name");
      if (name.text().isBlank()) {
        errors.required(name.path(), "required", "must be given");
      } else if (!KeyFormat.C_IDENTIFIER.accepts(name.text()) || RESERVED.contains(name.text())) {
        errors.invalid(name.path(), "identifier", "must be a name that expressions can use");
      }
      Value expression = variable.at("expression");
      if (isGiven(expression, errors)) {
        report(expression, types.variable(name.text(), expression.text()), errors);
      }
    }
  }

  static boolean isGiven(Value expression, Errors errors) {
    if (expression.text().isBlank()) {
      errors.required(expression.path(), "required", "must be given");
      return false;
    }
    return true;
  }

  static void report(Value expression, String problem, Errors errors) {
    if (!problem.isEmpty()) {
      errors.invalid(expression.path(), "expression-types", problem);
    }
  }
}
