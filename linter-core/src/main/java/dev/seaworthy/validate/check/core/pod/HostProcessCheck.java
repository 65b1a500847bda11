package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** Containers that run as processes of a Windows node: all of a pod or none. */
final class HostProcessCheck {

  private final PodScope scope;
  private final Errors errors;

  HostProcessCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  void check() {
    Node ofPod = hostProcess(scope.spec());
    List<Value> containers = scope.allContainers();
    long count = 0;
    for (Value container : containers) {
      Node own = hostProcess(container);
      agreesWithPod(container, own, ofPod);
      if (own.isPresent() ? own.isTrue() : ofPod.isTrue()) {
        count++;
      }
    }
    if (count > 0) {
      allOrNone(count == containers.size());
      usesTheNodesNetwork();
    }
  }

  private static Node hostProcess(Value holder) {
    return holder.at("securityContext", "windowsOptions", "hostProcess").node();
  }

  private void agreesWithPod(Value container, Node own, Node ofPod) {
    if (own.isPresent() && ofPod.isPresent() && own.isTrue() != ofPod.isTrue()) {
      errors.invalid(
          container.at("securityContext", "windowsOptions", "hostProcess").path(),
          "agrees-with-pod",
          "is " + own.isTrue() + ", must be what the pod says: " + ofPod.isTrue());
    }
  }

  private void allOrNone(boolean all) {
    if (!all) {
      errors.invalid(
          scope.spec().path(),
          "all-or-none",
          "has host process containers and others, must have only one of both");
    }
  }

  private void usesTheNodesNetwork() {
    if (!scope.isHostNetwork()) {
      errors.invalid(
          scope.spec().at("hostNetwork").path(),
          "host-process-network",
          "must be true for host process containers");
    }
  }
}
