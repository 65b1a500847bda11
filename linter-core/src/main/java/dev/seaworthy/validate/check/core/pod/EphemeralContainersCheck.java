package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Containers to debug a running pod with. They come by a request of their own, never with a pod. */
final class EphemeralContainersCheck {

  private static final List<String> REFUSED = List.of(
      "ports",
      "resources",
      "resizePolicy",
      "restartPolicy",
      "restartPolicyRules",
      "livenessProbe",
      "readinessProbe",
      "startupProbe",
      "lifecycle");

  private final PodScope scope;
  private final Errors errors;
  private final ContainerCheck container;

  EphemeralContainersCheck(PodScope scope, Volumes volumes) {
    this.scope = scope;
    this.errors = scope.errors();
    this.container = new ContainerCheck(scope, volumes);
  }

  void check() {
    Value containers = scope.spec().at("ephemeralContainers");
    if (containers.size() > 0 && !(scope.isPod() && scope.request().isUpdate())) {
      errors.forbidden(
          containers.path(),
          "not-on-create",
          "must not be set: ephemeral containers are added to a pod that runs");
    }
    Set<String> targets = new HashSet<>();
    ContainersCheck.addNames(scope.spec().at("containers").items(), targets);
    ContainersCheck.addNames(scope.spec().at("initContainers").items(), targets);
    Set<String> names = new HashSet<>(targets);
    for (Value one : containers.items()) {
      container.check(one);
      ContainerCheck.imageIsTrimmed(one.at("image"), errors);
      ContainersCheck.uniqueName(one.at("name"), names, errors);
      targetExists(one.at("targetContainerName"), targets);
      isOnlyADebugger(one);
    }
  }

  private void targetExists(Value target, Set<String> targets) {
    if (!target.text().isEmpty() && !targets.contains(target.text())) {
      errors.notFound(
          target.path(), "target-exists", "is '" + target.text() + "', which is no container");
    }
  }

  private void isOnlyADebugger(Value one) {
    for (String field : REFUSED) {
      Value value = one.at(field);
      if (value.isPresent() && !(field.equals("resources") && value.size() == 0)) {
        refuse(value);
      }
    }
    for (Value mount : one.at("volumeMounts").items()) {
      for (String field : List.of("subPath", "subPathExpr")) {
        if (!mount.at(field).text().isEmpty()) {
          refuse(mount.at(field));
        }
      }
    }
  }

  private void refuse(Value field) {
    errors.forbidden(field.path(), "only-a-debugger", "must not be set for an ephemeral container");
  }
}
