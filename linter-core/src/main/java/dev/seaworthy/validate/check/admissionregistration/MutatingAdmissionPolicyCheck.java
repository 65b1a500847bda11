package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.rules.PolicyTypes;
import java.util.List;

/**
 * A policy that changes objects, and the types of its expressions. Mirrors
 * validateMutatingAdmissionPolicySpec.
 */
public final class MutatingAdmissionPolicyCheck implements KindCheck {

  private static final List<String> PATCH_TYPES = List.of("ApplyConfiguration", "JSONPatch");

  @Override
  public GroupKind kind() {
    return GroupKind.of("admissionregistration.k8s.io", "MutatingAdmissionPolicy");
  }

  @Override
  public void check(Value policy, Request request, Errors errors) {
    Value spec = policy.at("spec");
    if (request.isUpdate() && !spec.isChanged()) {
      return;
    }
    PolicyTypes types = new PolicyTypes(spec.at("paramKind").isPresent(), request);
    PolicyParts.common(spec, types, AdmissionRules::mutatingMatch, errors);
    if (spec.at("mutations").size() == 0) {
      errors.required(spec.at("mutations").path(), "required", "must have at least one");
    }
    spec.at("mutations").items().forEach(one -> mutation(one, types, errors));
    reinvocation(spec.at("reinvocationPolicy"), errors);
  }

  private static void reinvocation(Value policy, Errors errors) {
    if (policy.text().isEmpty()) {
      errors.required(policy.path(), "required", "must be Never or IfNeeded");
    } else {
      AdmissionRules.one(policy, WebhookParts.REINVOCATIONS, errors);
    }
  }

  private static void mutation(Value mutation, PolicyTypes types, Errors errors) {
    Value type = mutation.at("patchType");
    Value configuration = mutation.at("applyConfiguration");
    Value patch = mutation.at("jsonPatch");
    switch (type.text()) {
      case "" ->
        errors.required(type.path(), "required", "must be ApplyConfiguration or JSONPatch");
      case "ApplyConfiguration" -> {
        isLeftOut(patch, errors);
        if (isThere(configuration, errors)) {
          Value expression = configuration.at("expression");
          PolicyParts.report(expression, types.applyConfiguration(expression.text()), errors);
        }
      }
      case "JSONPatch" -> {
        isLeftOut(configuration, errors);
        if (isThere(patch, errors)) {
          Value expression = patch.at("expression");
          PolicyParts.report(expression, types.jsonPatch(expression.text()), errors);
        }
      }
      default -> AdmissionRules.unsupported(type, PATCH_TYPES, errors);
    }
  }

  private static void isLeftOut(Value other, Errors errors) {
    if (other.isPresent()) {
      errors.invalid(other.path(), "one-of", "must be left out with this patchType");
    }
  }

  private static boolean isThere(Value wanted, Errors errors) {
    if (!wanted.isPresent()) {
      errors.required(wanted.path(), "one-of", "must be given with this patchType");
      return false;
    }
    return PolicyParts.isGiven(wanted.at("expression"), errors);
  }
}
