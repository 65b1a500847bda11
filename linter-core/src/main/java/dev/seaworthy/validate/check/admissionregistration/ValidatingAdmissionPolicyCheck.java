package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import dev.seaworthy.validate.rules.PolicyTypes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A policy and the types of its expressions. Mirrors validateValidatingAdmissionPolicySpec. */
public final class ValidatingAdmissionPolicyCheck implements KindCheck {

  private static final List<String> REASONS =
      List.of("Forbidden", "Invalid", "RequestEntityTooLarge");
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
    PolicyTypes types = new PolicyTypes(spec.at("paramKind").isPresent(), request);
    PolicyParts.common(spec, types, AdmissionRules::match, errors);
    if (spec.at("validations").size() == 0 && spec.at("auditAnnotations").size() == 0) {
      errors.required(spec.at("validations").path(), "required", "must have at least one");
      errors.required(spec.at("auditAnnotations").path(), "required", "must have at least one");
    }
    spec.at("validations").items().forEach(one -> validation(one, types, errors));
    annotations(policy, types, errors);
  }

  private static void validation(Value validation, PolicyTypes types, Errors errors) {
    Value expression = validation.at("expression");
    if (PolicyParts.isGiven(expression, errors)) {
      PolicyParts.report(expression, types.validation(expression.text()), errors);
    }
    Value messageExpression = validation.at("messageExpression");
    if (!messageExpression.text().isEmpty()) {
      PolicyParts.report(
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
          key.path(), "format=qualified-name", whole, LabelFormat.QUALIFIED_NAME.problems(whole));
      if (!seen.add(key.text())) {
        errors.duplicate(key.path(), "unique", "is there twice");
      }
      Value expression = annotation.at("valueExpression");
      if (PolicyParts.isGiven(expression, errors)) {
        PolicyParts.report(expression, types.annotation(expression.text()), errors);
      }
    }
  }
}
