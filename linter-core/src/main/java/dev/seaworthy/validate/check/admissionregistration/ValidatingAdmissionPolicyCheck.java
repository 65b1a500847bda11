package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.rules.PolicyTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A policy and the types of its expressions. Mirrors validateValidatingAdmissionPolicySpec. */
public final class ValidatingAdmissionPolicyCheck implements KindCheck {

  private static final List<String> REASONS =
      List.of("Forbidden", "Invalid", "RequestEntityTooLarge", "Unauthorized");
  private static final List<String> FAILURE_POLICIES = List.of("Fail", "Ignore");
  private static final int MOST_ANNOTATIONS = 20;

  @Override
  public GroupKind kind() {
    return GroupKind.of("admissionregistration.k8s.io", "ValidatingAdmissionPolicy");
  }

  @Override
  public void check(Value policy, Request request, Errors errors) {
    Value spec = policy.at("spec");
    if (request.isUpdate() && !spec.isChanged()) {
      return;
    }
    PolicyTypes types = new PolicyTypes(spec.at("paramKind").isPresent());
    AdmissionRules.one(spec.at("failurePolicy"), FAILURE_POLICIES, errors);
    if (spec.at("paramKind").isPresent()) {
      params(spec.at("paramKind"), errors);
    }
    constraints(spec.at("matchConstraints"), errors);
    conditions(spec.at("matchConditions"), types, errors);
    variables(spec.at("variables"), types, errors);
    if (spec.at("validations").size() == 0 && spec.at("auditAnnotations").size() == 0) {
      errors.required(spec.at("validations").path(), "required", "must have at least one");
      errors.required(spec.at("auditAnnotations").path(), "required", "must have at least one");
    }
    spec.at("validations").items().forEach(one -> validation(one, types, errors));
    annotations(policy, types, errors);
  }

  private static void params(Value kind, Errors errors) {
    Value version = kind.at("apiVersion");
    if (version.text().isEmpty()) {
      errors.required(version.path(), "required", "must be given");
    } else if (version.text().indexOf('/') != version.text().lastIndexOf('/')) {
      errors.invalid(version.path(), "group-version", "must be a version, or group/version");
    }
    Value name = kind.at("kind");
    if (name.text().isEmpty()) {
      errors.required(name.path(), "required", "must be given");
    } else if (!NameFormat.DNS1035_LABEL.accepts(name.text().toLowerCase(Locale.ROOT))) {
      errors.invalid(name.path(), "kind", "is '" + name.text() + "', must be a kind's name");
    }
  }

  private static void constraints(Value constraints, Errors errors) {
    if (!constraints.isPresent()) {
      errors.required(constraints.path(), "required", "must say what the policy is about");
      return;
    }
    if (constraints.at("resourceRules").size() == 0) {
      errors.required(
          constraints.at("resourceRules").path(), "required", "must have at least one rule");
    }
    AdmissionRules.match(constraints, errors);
  }

  private static void conditions(Value conditions, PolicyTypes types, Errors errors) {
    Set<String> seen = new HashSet<>();
    for (Value condition : conditions.items()) {
      Value name = condition.at("name");
      if (name.text().isEmpty()) {
        errors.required(name.path(), "required", "must be given");
      } else {
        errors.form(name, NameFormat.QUALIFIED_NAME);
        if (!seen.add(name.text())) {
          errors.duplicate(name.path(), "unique", "is there twice");
        }
      }
      if (isGiven(condition.at("expression"), errors)) {
        report(condition.at("expression"), types.condition(text(condition)), errors);
      }
    }
  }

  private static String text(Value holder) {
    return holder.at("expression").text();
  }

  private static boolean isGiven(Value expression, Errors errors) {
    if (expression.text().isBlank()) {
      errors.required(expression.path(), "required", "must be given");
      return false;
    }
    return true;
  }

  private static void report(Value expression, String problem, Errors errors) {
    if (!problem.isEmpty()) {
      errors.invalid(expression.path(), "expression-types", problem);
    }
  }

  private static void variables(Value variables, PolicyTypes types, Errors errors) {
    for (Value variable : variables.items()) {
      Value name = variable.at("name");
      if (name.text().isEmpty()) {
        errors.required(name.path(), "required", "must be given");
      } else if (!NameFormat.C_IDENTIFIER.accepts(name.text())) {
        errors.invalid(name.path(), "identifier", "must be a name that expressions can use");
      }
      if (isGiven(variable.at("expression"), errors)) {
        report(variable.at("expression"), types.variable(name.text(), text(variable)), errors);
      }
    }
  }

  private static void validation(Value validation, PolicyTypes types, Errors errors) {
    Value expression = validation.at("expression");
    if (isGiven(expression, errors)) {
      report(expression, types.validation(expression.text()), errors);
    }
    Value messageExpression = validation.at("messageExpression");
    if (!messageExpression.text().isEmpty()) {
      report(
          messageExpression,
          messageExpression.text().isBlank()
              ? "must not be blank"
              : types.message(messageExpression.text()),
          errors);
    }
    message(validation.at("message"), errors);
    AdmissionRules.one(validation.at("reason"), REASONS, errors);
  }

  private static void message(Value message, Errors errors) {
    String text = message.text().strip();
    if (!message.text().isEmpty() && text.isEmpty()) {
      errors.invalid(message.path(), "message", "must not be blank");
    } else if (text.indexOf('\n') >= 0) {
      errors.invalid(message.path(), "message", "must be one line");
    }
  }

  private static void annotations(Value policy, PolicyTypes types, Errors errors) {
    Value annotations = policy.at("spec", "auditAnnotations");
    if (annotations.size() > MOST_ANNOTATIONS) {
      errors.invalid(annotations.path(), "maxItems", "must be at most " + MOST_ANNOTATIONS);
    }
    Set<String> seen = new HashSet<>();
    for (Value annotation : annotations.items()) {
      Value key = annotation.at("key");
      String whole = policy.at("metadata", "name").text() + "/" + key.text();
      errors.form(
          key.path(), "format=qualified-name", whole, NameFormat.QUALIFIED_NAME.problems(whole));
      if (!seen.add(key.text())) {
        errors.duplicate(key.path(), "unique", "is there twice");
      }
      Value expression = annotation.at("valueExpression");
      if (isGiven(expression, errors)) {
        report(expression, types.annotation(expression.text()), errors);
      }
    }
  }
}
