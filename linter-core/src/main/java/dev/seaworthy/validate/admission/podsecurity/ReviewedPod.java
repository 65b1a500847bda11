package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A pod, or what pods are made of, as the controls see it.
 *
 * @param pod what has metadata and spec
 * @param minor the release of the standards that it is held to
 */
record ReviewedPod(Value pod, int minor) {

  private static final List<String> CONTAINERS =
      List.of("initContainers", "containers", "ephemeralContainers");

  /** From here on controls that only Linux knows spare Windows. */
  private static final int WINDOWS_SINCE = 25;

  /** From here on root in a user namespace of its own is nobody on the node. */
  private static final int USER_NAMESPACES_SINCE = 35;

  Value spec() {
    return pod.at("spec");
  }

  Value annotations() {
    return pod.at("metadata", "annotations");
  }

  List<Value> containers() {
    List<Value> all = new ArrayList<>();
    for (String field : CONTAINERS) {
      all.addAll(spec().at(field).items());
    }
    return all;
  }

  /** The pod's security context and those of its containers. */
  List<Value> contexts() {
    List<Value> all = new ArrayList<>();
    all.add(context());
    containers().forEach(container -> all.add(container.at("securityContext")));
    return all;
  }

  Value context() {
    return spec().at("securityContext");
  }

  boolean isSparedAsWindows() {
    return minor >= WINDOWS_SINCE && spec().at("os", "name").text().equals("windows");
  }

  boolean isSparedForItsUsers() {
    return minor >= USER_NAMESPACES_SINCE && hasUsersOfItsOwn();
  }

  boolean hasUsersOfItsOwn() {
    return !spec().at("hostUsers").node().booleanOr(true);
  }
}
