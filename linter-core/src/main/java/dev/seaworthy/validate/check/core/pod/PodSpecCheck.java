package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** What the server asks of the spec of a pod, in a Pod or in a template. */
public final class PodSpecCheck {

  private final PodScope scope;
  private final Value spec;
  private final Errors errors;

  /** A check of the spec in {@code scope}. */
  public PodSpecCheck(PodScope scope) {
    this.scope = scope;
    this.spec = scope.spec();
    this.errors = scope.errors();
  }

  /** Reports everything that is wrong with the spec by itself, not counting annotations. */
  public void check() {
    Volumes volumes = new VolumesCheck(scope).check();
    new ResourceClaimsCheck(scope).check();
    new ContainersCheck(scope, volumes).check();
    new InitContainersCheck(scope, volumes).check();
    new EphemeralContainersCheck(scope, volumes).check();
    new PodResourcesCheck(scope).check();
    hostPortsAreContainerPorts();
    new DnsCheck(scope).check();
    new PodSecurityCheck(scope).check();
    new HostProcessCheck(scope).check();
    new OperatingSystemCheck(scope).check();
    scheduling();
    overhead();
  }

  /** On the node's network a container's port is the node's; templates may leave that out. */
  private void hostPortsAreContainerPorts() {
    if (!scope.isHostNetwork()) {
      return;
    }
    for (Value container : spec.at("containers").items()) {
      for (Value port : container.at("ports").items()) {
        long number = port.at("hostPort").number();
        if ((scope.isPod() || number != 0) && number != port.at("containerPort").number()) {
          errors.invalid(
              port.at("hostPort").path(),
              "host-network-ports",
              "is " + number + ", must be the containerPort where hostNetwork is true");
        }
      }
    }
  }

  private void scheduling() {
    Value affinity = spec.at("affinity");
    new NodeAffinityCheck(errors, scope.request()).check(affinity.at("nodeAffinity"));
    PodAffinityCheck pods = new PodAffinityCheck(errors, scope);
    pods.check(affinity.at("podAffinity"));
    pods.check(affinity.at("podAntiAffinity"));
    PodScheduling.tolerations(spec.at("tolerations"), errors);
    new TopologySpreadCheck(scope).check(spec.at("topologySpreadConstraints").items());
  }

  private void overhead() {
    Value overhead = spec.at("overhead");
    PodScheduling.overhead(overhead, overhead.path(), errors);
  }
}
