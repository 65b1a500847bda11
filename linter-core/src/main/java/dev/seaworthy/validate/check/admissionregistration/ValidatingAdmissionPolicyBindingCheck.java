package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What binds a policy. Mirrors validateValidatingAdmissionPolicyBindingSpec. */
public final class ValidatingAdmissionPolicyBindingCheck implements KindCheck {

  private static final List<String> ACTIONS = List.of("Audit", "Deny", "Warn");
  private static final List<String> IF_MISSING = List.of("Allow", "Deny");

  @Override
  public GroupKind kind() {
    return GroupKind.of("admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding");
  }

  @Override
  public void check(Value binding, Request request, Errors errors) {
    Value spec = binding.at("spec");
    Value policy = spec.at("policyName");
    if (policy.text().isEmpty()) {
      errors.required(policy.path(), "required", "must name a policy");
    } else {
      errors.form(policy, NameFormat.DNS1123_SUBDOMAIN);
    }
    if (spec.at("paramRef").isPresent()) {
      params(spec.at("paramRef"), errors);
    }
    if (spec.at("matchResources").isPresent()) {
      AdmissionRules.match(spec.at("matchResources"), errors);
    }
    actions(spec.at("validationActions"), errors);
  }

  private static void params(Value ref, Errors errors) {
    Value name = ref.at("name");
    boolean isNamed = !name.text().isEmpty();
    if (isNamed) {
      errors.form(name, NameFormat.PATH_SEGMENT_NAME);
    }
    if (isNamed && ref.at("selector").isPresent()) {
      errors.forbidden(name.path(), "one-of", "must be left out where there is a selector");
    }
    if (!isNamed && !ref.at("selector").isPresent()) {
      errors.required(ref.path(), "one-of", "must have either name or selector");
    }
    Value missing = ref.at("parameterNotFoundAction");
    if (missing.text().isEmpty()) {
      errors.required(missing.path(), "required", "must be Allow or Deny");
    } else {
      AdmissionRules.one(missing, IF_MISSING, errors);
    }
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
