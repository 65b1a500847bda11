package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the policies of the cluster that are bound to what is written. The first that denies gives the
 * answer; bindings may warn instead. Of expressions only the programs are kept, by their texts.
 */
final class ValidatingAdmissionPolicy implements AdmissionPlugin {

  private static final String GROUP = "admissionregistration.k8s.io";
  private static final GroupKind POLICY = GroupKind.of(GROUP, "ValidatingAdmissionPolicy");
  private static final GroupKind BINDING = GroupKind.of(GROUP, "ValidatingAdmissionPolicyBinding");

  /** Made for the first policy: without one nothing of CEL is loaded. */
  private @Nullable PolicyExpressions expressions;

  @Override
  public PluginName name() {
    return PluginName.VALIDATING_ADMISSION_POLICY;
  }

  /** Policies and their like are never judged by policies. */
  @Override
  public boolean handles(AdmissionRequest request) {
    return !request.kind().group().equals(GROUP)
        && !request.facts().list(POLICY, "").isEmpty();
  }

  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    PolicyMatch match = new PolicyMatch(request);
    List<Resource> bindings = request.facts().list(BINDING, "");
    for (Resource policy : request.facts().list(POLICY, "")) {
      if (match.policy(policy.at("spec", "matchConstraints"))) {
        for (Resource binding : bindings) {
          boolean isOfPolicy = binding.at("spec", "policyName").text().equals(policy.name());
          if (isOfPolicy && match.binding(binding.at("spec", "matchResources"))) {
            bound(policy, binding, request, objections);
          }
        }
      }
    }
  }

  private void bound(
      Resource policy, Resource binding, AdmissionRequest request, Objections objections) {
    PolicyParams params = PolicyParams.of(policy.root(), binding.root(), request);
    if (params.missing().isPresent()) {
      if (!policy.at("spec", "failurePolicy").text().equals("Ignore")) {
        deny(policy, binding, PolicyDecision.invalid(params.missing().get()), objections);
      }
      return;
    }
    PolicyExpressions known = expressions();
    if (!PolicyEvaluation.isKnown(known, policy.root())) {
      objections.warn(
          name(),
          FieldPath.ROOT,
          "was not judged by ValidatingAdmissionPolicy '" + policy.name()
              + "', because an expression of it can't be evaluated offline");
      return;
    }
    List<PolicyDecision> decisions = new ArrayList<>();
    for (Node object : params.objects()) {
      decisions.addAll(PolicyEvaluation.of(known, policy.root(), object, request));
    }
    decisions.forEach(decision -> act(policy, binding, decision, objections));
  }

  private synchronized PolicyExpressions expressions() {
    if (expressions == null) {
      expressions = new PolicyExpressions();
    }
    return expressions;
  }

  private void act(
      Resource policy, Resource binding, PolicyDecision decision, Objections objections) {
    for (Node action : binding.at("spec", "validationActions").items()) {
      if (action.text().equals("Deny")) {
        deny(policy, binding, decision, objections);
      } else if (action.text().equals("Warn")) {
        objections.warn(
            name(), FieldPath.ROOT, "breaks " + title(policy, binding) + ": " + decision.message());
      }
    }
  }

  private void deny(
      Resource policy, Resource binding, PolicyDecision decision, Objections objections) {
    String message = "is denied by " + title(policy, binding) + ": " + decision.message();
    objections.deny(new Denial(
        name(),
        decision.code(),
        decision.reason(),
        FieldPath.ROOT,
        message,
        List.of(FieldError.of(CauseType.UNSAID, FieldPath.ROOT, name().word(), message))));
  }

  private static String title(Resource policy, Resource binding) {
    return "ValidatingAdmissionPolicy '" + policy.name() + "' with binding '" + binding.name()
        + "'";
  }
}
