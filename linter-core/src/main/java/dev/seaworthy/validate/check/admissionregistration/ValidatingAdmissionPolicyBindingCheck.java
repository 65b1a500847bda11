package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What binds a policy. Mirrors validateValidatingAdmissionPolicyBindingSpec. */
public final class ValidatingAdmissionPolicyBindingCheck implements KindCheck {

  private static final List<String> ACTIONS = List.of("Audit", "Deny", "Warn");

  @Override
  public GroupKind kind() {
    return GroupKind.of("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding");
  }

  @Override
  public void check(Value binding, Request request, Errors errors) {
    Value spec = binding.at("spec");
    BindingParts.policy(spec.at("policyName"), errors);
    BindingParts.params(spec.at("paramRef"), errors);
    if (spec.at("matchResources").isPresent()) {
      AdmissionRules.match(spec.at("matchResources"), errors);
    }
    actions(spec.at("validationActions"), errors);
  }

  private static void actions(Value actions, Errors errors) {
    if (actions.size() == 0) {
      errors.required(actions.path(), "required", "must have at least one action");
    }
    Set<String> seen = new HashSet<>();
    for (Value action : actions.items()) {
      AdmissionRules.one(action, ACTIONS, errors);
      if (!seen.add(action.text())) {
        errors.duplicate(action.path(), "uniqueItems", "is there twice");
      }
    }
    if (seen.contains("Deny") && seen.contains("Warn")) {
      errors.invalid(actions.path(), "deny-or-warn", "must not have both Deny and Warn");
    }
  }
}
