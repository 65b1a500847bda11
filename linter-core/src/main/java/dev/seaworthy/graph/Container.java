package dev.seaworthy.graph;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;

/** A container of a pod template, with its role and its place in the object. */
public record Container(Role role, Node node, FieldPath path) {

  /** What a container is there for. */
  public enum Role {
    /** Does the work; ephemeral ones count here. */
    ORDINARY,
    /** Starts before the ordinary ones and stays: an init container that restarts always. */
    SIDECAR,
    /** Runs to its end before the ordinary ones start. */
    INIT
  }

  public String name() {
    return node.get("name").text();
  }

  /** Whether it runs as long as the pod does. */
  public boolean staysUp() {
    return role != Role.INIT;
  }
}
