package dev.seaworthy.validate.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.Errors;
import dev.seaworthy.validate.Request;
import dev.seaworthy.validate.Value;
import dev.seaworthy.validate.check.pod.ClaimChecks;

/**
 * What no single field of a StatefulSet can tell. Mirrors ValidateStatefulSetSpec.
 */
final class StatefulSetCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("apps", "StatefulSet");
  }

  @Override
  public void check(Value statefulSet, Request request, Errors errors) {
    Value spec = statefulSet.at("spec");
    WorkloadTemplate.check(spec, errors);
    if (request.isUpdate()) {
      return;
    }
    for (Value claim : spec.at("volumeClaimTemplates").items()) {
      ClaimChecks.spec(claim.at("spec"), errors);
    }
  }
}
