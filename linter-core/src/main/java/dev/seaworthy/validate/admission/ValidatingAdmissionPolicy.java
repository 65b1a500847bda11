package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
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

  private static final GroupKind POLICY = BoundPolicy.kind("ValidatingAdmissionPolicy");
  private static final GroupKind BINDING = BoundPolicy.kind("ValidatingAdmissionPolicyBinding");

  /** Made for the first policy: without one nothing of CEL is loaded. */
  private @Nullable PolicyExpressions expressions;

  @Override
  public PluginName name() {
    return PluginName.VALIDATING_ADMISSION_POLICY;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return BoundPolicy.areAsked(POLICY, request);
  }

  @Override
  public boolean handlesParts() {
    return true;
  }

  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    for (BoundPolicy bound : BoundPolicy.of(POLICY, BINDING, request)) {
      judge(bound, objections);
    }
  }

  private void judge(BoundPolicy bound, Objections objections) {
    PolicyParams params = bound.params();
    if (params.missing().isPresent()) {
      if (!bound.ignoresFailures()) {
        deny(bound, PolicyDecision.invalid(params.missing().get()), objections);
      }
      return;
    }
    PolicyExpressions known = expressions();
    boolean isKnown = PolicyEvaluation.isKnown(known, bound.policy().root());
    if (params.isUnknown() || !isKnown) {
      objections.warn(
          name(),
          FieldPath.ROOT,
          "was not judged by ValidatingAdmissionPolicy '" + bound.policy().name() + "', because "
              + (isKnown
                  ? "the input does not hold its parameters"
                  : "an expression of it can't be evaluated offline"));
      return;
    }
    List<PolicyDecision> decisions = new ArrayList<>();
    for (Node object : params.objects()) {
      decisions.addAll(PolicyEvaluation.of(known, bound.policy().root(), object, bound.request()));
    }
    decisions.forEach(decision -> act(bound, decision, objections));
  }

  private synchronized PolicyExpressions expressions() {
    if (expressions == null) {
      expressions = new PolicyExpressions();
    }
    return expressions;
  }

  private void act(BoundPolicy bound, PolicyDecision decision, Objections objections) {
    for (Node action : bound.binding().at("spec", "validationActions").items()) {
      if (action.text().equals("Deny")) {
        deny(bound, decision, objections);
      } else if (action.text().equals("Warn")) {
        objections.warn(
            name(), FieldPath.ROOT, "breaks " + bound.title() + ": " + decision.message());
      }
    }
  }

  private void deny(BoundPolicy bound, PolicyDecision decision, Objections objections) {
    String message = "is denied by " + bound.title() + ": " + decision.message();
    objections.deny(new Denial(
        name(),
        decision.code(),
        decision.reason(),
        FieldPath.ROOT,
        message,
        List.of(FieldError.of(CauseType.UNSAID, FieldPath.ROOT, name().word(), message))));
  }
}
