package dev.seaworthy.validate.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.Errors;
import dev.seaworthy.validate.Request;
import dev.seaworthy.validate.Value;
import dev.seaworthy.validate.check.pod.PodAnnotationsCheck;
import dev.seaworthy.validate.check.pod.PodScope;
import dev.seaworthy.validate.check.pod.PodWarnings;

/**
 * What no single field of a StatefulSet can tell. Mirrors ValidateStatefulSetSpec, which leaves the
 * pod's spec to the moment when pods are made.
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
    PodTemplateSpecCheck.metadata(spec.at("template"), errors);
    PodScope scope = PodScope.ofTemplate(spec.at("template"), request, errors);
    new PodAnnotationsCheck(scope).check();
    new PodWarnings(scope).warn();
  }
}
