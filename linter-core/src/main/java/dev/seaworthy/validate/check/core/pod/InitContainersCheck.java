package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The init containers of a pod. One that always restarts is a sidecar: it runs along with the
 * regular containers and may have their probes and hooks.
 */
final class InitContainersCheck {

  private final PodScope scope;
  private final Errors errors;
  private final ContainerCheck container;
  private final ProbeCheck probes;

  InitContainersCheck(PodScope scope, Volumes volumes) {
    this.scope = scope;
    this.errors = scope.errors();
    this.container = new ContainerCheck(scope, volumes);
    this.probes = new ProbeCheck(scope);
  }

  void check() {
    Set<String> names = new HashSet<>();
    ContainersCheck.addNames(scope.spec().at("containers").items(), names);
    for (Value one : scope.spec().at("initContainers").items()) {
      container.check(one);
      if (names.contains(one.at("name").text()) || !one.at("name").text().isEmpty()) {
        ContainersCheck.uniqueName(one.at("name"), names, errors);
      }
      // They run one by one, so each has the node's ports to itself.
      new HostPorts(errors).claim(one.at("ports").items());
      if (isSidecar(one)) {
        sidecarsNeedNoRules(one.at("restartPolicyRules"));
        probes.checkAll(one);
      } else if (scope.request().isSince(36)) {
        isNotRestartedToResize(one.at("resizePolicy").items());
      }
      if (scope.isPod()) {
        ContainerCheck.imageIsTrimmed(one.at("image"), errors);
      }
    }
  }

  static boolean isSidecar(Value container) {
    return container.at("restartPolicy").text().equals("Always");
  }

  /** Before 1.36 rules of what is restarted anyhow were refused. */
  private void sidecarsNeedNoRules(Value exceptions) {
    if (exceptions.size() > 0 && !scope.request().isSince(36)) {
      errors.forbidden(
          exceptions.path(), "sidecars-always-restart", "must not be set for a sidecar");
    }
  }

  private void isNotRestartedToResize(List<Value> policies) {
    for (Value policy : policies) {
      Value restart = policy.at("restartPolicy");
      if (restart.text().equals("RestartContainer")) {
        errors.invalid(
            restart.path(),
            "only-sidecars",
            "is RestartContainer, which an init container cannot be without restartPolicy Always");
      }
    }
  }
}
