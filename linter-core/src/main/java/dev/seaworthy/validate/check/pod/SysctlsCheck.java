package dev.seaworthy.validate.check.pod;

import com.google.re2j.Pattern;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Kernel parameters of a pod. */
final class SysctlsCheck {

  private static final Pattern NAME =
      Pattern.compile("^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$");
  private static final int LONGEST_NAME = 253;

  private static final List<String> OF_IPC = List.of("kernel.shm", "kernel.msg", "fs.mqueue.");
  private static final String SEMAPHORES = "kernel.sem";

  private final PodScope scope;
  private final Errors errors;

  SysctlsCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  void check(List<Value> sysctls) {
    Set<String> names = new HashSet<>();
    for (Value sysctl : sysctls) {
      Value name = sysctl.at("name");
      form(name, names);
      isNotTheNodes(name);
      names.add(name.text());
    }
  }

  private void form(Value name, Set<String> names) {
    String text = name.text();
    if (text.isEmpty()) {
      errors.required(name.path(), "required", "is missing");
    } else if (text.length() > LONGEST_NAME || !NAME.matcher(text).matches()) {
      errors.invalid(
          name.path(),
          "sysctl-name",
          "is '" + text + "', must be lower case letters, digits, '-' and '_' between dots or"
              + " slashes, at most 253 characters");
    } else if (names.contains(text)) {
      errors.duplicate(name.path(), "unique-name", "is '" + text + "', which is set already");
    }
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
