package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the server asks of the spec of a pod, in a Pod or in a template. */
public final class PodSpecCheck {

  private static final List<String> RESTART_POLICIES = List.of("Always", "OnFailure", "Never");
  private static final List<String> PREEMPTION_POLICIES = List.of("PreemptLowerPriority", "Never");

  private final PodScope scope;
  private final Value spec;
  private final FieldRules rules;
  private final Errors errors;

  /** A check of the spec in {@code scope}. */
  public PodSpecCheck(PodScope scope) {
    this.scope = scope;
    this.spec = scope.spec();
    this.errors = scope.errors();
    this.rules = new FieldRules(errors);
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
    rules.requiredOneOf(spec.at("restartPolicy"), RESTART_POLICIES);
    new DnsCheck(scope).check();
    new PodSecurityCheck(scope).check();
    new HostProcessCheck(scope).check();
    new OperatingSystemCheck(scope).check();
    scheduling();
    gates();
    names();
    rules.optionalRange(spec.at("activeDeadlineSeconds"), 1, Integer.MAX_VALUE);
    if (spec.at("terminationGracePeriodSeconds").isAbsent()) {
      errors.required(spec.at("terminationGracePeriodSeconds").path(), "required", "is missing");
    }
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
    Value selector = spec.at("nodeSelector");
    selector.eachEntry((key, value) -> {
      rules.format(selector.path(), key, NameFormat.QUALIFIED_NAME);
      rules.format(selector.path(), value.text(), NameFormat.LABEL_VALUE);
    });
    Value affinity = spec.at("affinity");
    new NodeAffinityCheck(rules, scope.request()).check(affinity.at("nodeAffinity"));
    PodAffinityCheck pods = new PodAffinityCheck(rules, scope);
    pods.check(affinity.at("podAffinity"));
    pods.check(affinity.at("podAntiAffinity"));
    new TolerationsCheck(rules).check(spec.at("tolerations").items());
    new TopologySpreadCheck(scope).check(spec.at("topologySpreadConstraints").items());
  }

  private void gates() {
    for (Value gate : spec.at("readinessGates").items()) {
      rules.format(gate.at("conditionType"), NameFormat.QUALIFIED_NAME);
    }
    Set<String> names = new HashSet<>();
    for (Value gate : spec.at("schedulingGates").items()) {
      String name = gate.at("name").text();
      rules.format(gate.path(), name, NameFormat.QUALIFIED_NAME);
      if (!names.add(name)) {
        errors.duplicate(gate.path(), "unique-name", "is '" + name + "', as another gate is");
      }
    }
  }

  private void names() {
    rules.optionalFormat(spec.at("serviceAccountName"), NameFormat.DNS1123_SUBDOMAIN);
    rules.optionalFormat(spec.at("nodeName"), NameFormat.DNS1123_SUBDOMAIN);
    rules.optionalFormat(spec.at("priorityClassName"), NameFormat.DNS1123_SUBDOMAIN);
    if (spec.at("runtimeClassName").isPresent()) {
      rules.format(spec.at("runtimeClassName"), NameFormat.DNS1123_SUBDOMAIN);
    }
    if (spec.at("preemptionPolicy").isPresent()) {
      rules.requiredOneOf(spec.at("preemptionPolicy"), PREEMPTION_POLICIES);
    }
  }

  /** The server judges the overhead as if it were a container's limits, and names it so. */
  private void overhead() {
    Value overhead = spec.at("overhead");
    Value limits = Value.of(overhead.node(), overhead.path().child("limits"), overhead.previous());
    new ResourcesCheck(rules, ResourcesCheck.Holder.CONTAINER, Set.of()).amounts(limits);
  }
}
