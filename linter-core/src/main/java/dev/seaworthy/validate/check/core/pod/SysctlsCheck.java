package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** Kernel parameters of a pod. */
final class SysctlsCheck {

  private static final List<String> OF_IPC = List.of("kernel.shm", "kernel.msg", "fs.mqueue.");
  private static final String SEMAPHORES = "kernel.sem";

  private final PodScope scope;
  private final Errors errors;

  SysctlsCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  void check(List<Value> sysctls) {
    sysctls.forEach(sysctl -> isNotTheNodes(sysctl.at("name")));
  }

  /** A parameter of a namespace that the pod shares with its node is the node's. */
  private void isNotTheNodes(Value name) {
    String text = normal(name.text());
    if (scope.isHostNetwork() && text.startsWith("net.")) {
      shared(name, "hostNetwork");
    } else if (scope.spec().at("hostIPC").isTrue() && isOfIpc(text)) {
      shared(name, "hostIPC");
    }
  }

  private static boolean isOfIpc(String name) {
    return name.equals(SEMAPHORES) || OF_IPC.stream().anyMatch(name::startsWith);
  }

  private void shared(Value name, String namespace) {
    errors.invalid(
        name.path(),
        "not-the-nodes",
        "is '" + name.text() + "', which is the node's where " + namespace + " is true");
  }

  /** With dots between steps; a name whose first separator is a slash has the two swapped. */
  private static String normal(String name) {
    int dot = name.indexOf('.');
    int slash = name.indexOf('/');
    if (slash < 0 || (dot >= 0 && dot < slash)) {
      return name;
    }
    StringBuilder swapped = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      swapped.append(c == '/' ? '.' : c == '.' ? '/' : c);
    }
    return swapped.toString();
  }
}
