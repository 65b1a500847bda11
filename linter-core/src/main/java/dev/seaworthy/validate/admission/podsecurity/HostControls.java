package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.validate.field.Value;

/** Controls of what a pod may share with its node. */
final class HostControls {

  private static final String[] PROBES = {"livenessProbe", "readinessProbe", "startupProbe"};
  private static final String[] HOOKS = {"postStart", "preStop"};

  private HostControls() {}

  static void namespaces(ReviewedPod pod, Violations violations) {
    violations.refuseTrue(pod.spec().at("hostNetwork"));
    violations.refuseTrue(pod.spec().at("hostPID"));
    violations.refuseTrue(pod.spec().at("hostIPC"));
  }

  static void ports(ReviewedPod pod, Violations violations) {
    for (Value container : pod.containers()) {
      for (Value port : container.at("ports").items()) {
        if (port.at("hostPort").number() != 0) {
          violations.add(port.at("hostPort"), "must not be given");
        }
      }
    }
  }

  /** A probe that names its host makes the kubelet call whatever that is. */
  static void probes(ReviewedPod pod, Violations violations) {
    for (Value container : pod.containers()) {
      for (String probe : PROBES) {
        host(container.at(probe), violations);
      }
      for (String hook : HOOKS) {
        host(container.at("lifecycle", hook), violations);
      }
    }
  }

  private static void host(Value action, Violations violations) {
    for (Value host : new Value[] {action.at("httpGet", "host"), action.at("tcpSocket", "host")}) {
      if (!host.text().isEmpty()) {
        violations.add(host, "must not be given, the pod itself is asked then");
      }
    }
  }

  static void privileged(ReviewedPod pod, Violations violations) {
    for (Value container : pod.containers()) {
      violations.refuseTrue(container.at("securityContext", "privileged"));
    }
  }

  static void windowsHostProcess(ReviewedPod pod, Violations violations) {
    for (Value context : pod.contexts()) {
      violations.refuseTrue(context.at("windowsOptions", "hostProcess"));
    }
  }

  static void procMount(ReviewedPod pod, Violations violations) {
    if (!pod.isSparedForItsUsers()) {
      procMountWhateverUsers(pod, violations);
    }
  }

  static void procMountWhateverUsers(ReviewedPod pod, Violations violations) {
    for (Value container : pod.containers()) {
      Value mount = container.at("securityContext", "procMount");
      if (mount.isPresent() && !mount.text().equals("Default")) {
        violations.add(mount, "is " + mount.text() + ", must be Default");
      }
    }
  }
}
