package dev.seaworthy.validate.check.admissionregistration;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;

/** What binds a policy that changes objects. Mirrors validateMutatingAdmissionPolicyBindingSpec. */
public final class MutatingAdmissionPolicyBindingCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("admissionregistration.k8s.io", "MutatingAdmissionPolicyBinding");
  }

  @Override
  public void check(Value binding, Request request, Errors errors) {
    Value spec = binding.at("spec");
    BindingParts.policy(spec.at("policyName"), errors);
    BindingParts.params(spec.at("paramRef"), errors);
    if (spec.at("matchResources").isPresent()) {
      AdmissionRules.mutatingMatch(spec.at("matchResources"), errors);
    }
  }
}
