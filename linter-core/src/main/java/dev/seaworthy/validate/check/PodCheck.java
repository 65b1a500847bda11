package dev.seaworthy.validate.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.Errors;
import dev.seaworthy.validate.Request;
import dev.seaworthy.validate.Value;
import dev.seaworthy.validate.check.pod.PodAnnotationsCheck;
import dev.seaworthy.validate.check.pod.PodCreateCheck;
import dev.seaworthy.validate.check.pod.PodScope;
import dev.seaworthy.validate.check.pod.PodSpecCheck;
import dev.seaworthy.validate.check.pod.PodUpdateCheck;
import dev.seaworthy.validate.check.pod.PodWarnings;

/** A Pod by itself, and what may be changed of it. Mirrors ValidatePodCreate and ValidatePodUpdate. */
final class PodCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Pod");
  }

  @Override
  public void check(Value pod, Request request, Errors errors) {
    PodScope scope = PodScope.ofPod(pod, request, errors);
    new PodAnnotationsCheck(scope).check();
    new PodSpecCheck(scope).check();
    if (request.isUpdate()) {
      new PodUpdateCheck(scope).check();
    } else {
      new PodCreateCheck(scope).check();
    }
    new PodWarnings(scope).warn();
  }
}
