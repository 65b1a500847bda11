package dev.seaworthy.validate.check.core.service;

import dev.seaworthy.manifest.Node;

/** Which Services get ports of nodes. */
public final class NodePorts {

  private NodePorts() {}

  /** Whether the ports of a Service of that {@code spec} each get one, asked for or not. */
  public static boolean areTaken(Node spec) {
    return switch (spec.get("type").text()) {
      case "NodePort" -> true;
      case "LoadBalancer" -> spec.get("allocateLoadBalancerNodePorts").booleanOr(true);
      default -> false;
    };
  }
}
