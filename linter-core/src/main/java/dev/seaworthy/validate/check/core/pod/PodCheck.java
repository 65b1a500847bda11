package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/** A Pod by itself, and what may be changed of it. Mirrors ValidatePodCreate and ValidatePodUpdate. */
public final class PodCheck implements KindCheck {

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Pod");
  }

  @Override
  public void check(Value pod, Request request, Errors errors) {
    PodScope scope = PodScope.ofPod(pod, request, errors);
    new PodAnnotationsCheck(scope).check();
    new PodSpecCheck(scope).check();
    if (request.isOf(Request.EPHEMERAL_CONTAINERS)) {
      new EphemeralContainersChange(scope).check();
    } else if (request.isOf(Request.RESIZE)) {
      new PodResize(scope).check();
    } else if (request.isUpdate()) {
      new PodUpdateCheck(scope).check();
    } else {
      new PodCreateCheck(scope).check();
      // Running pods are updated by machines, which nobody reads warnings of.
      new PodWarnings(scope).warn();
      hostnameIsLabel(pod.at("metadata", "name"), errors);
    }
  }

  private static void hostnameIsLabel(Value name, Errors errors) {
    if (!name.text().isEmpty() && !NameFormat.DNS1123_LABEL.accepts(name.text())) {
      errors.warn(
          name.path(),
          "hostname-is-label",
          "becomes the host name of the pod, and is no DNS label");
    }
  }
}
