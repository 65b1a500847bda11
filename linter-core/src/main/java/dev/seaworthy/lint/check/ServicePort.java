package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** A port of a Service and what it leads to in the pods. */
record ServicePort(Node node, FieldPath path) {

  private static final FieldPath PORTS = FieldPath.of("spec", "ports");

  static List<ServicePort> of(InputObject service) {
    List<ServicePort> ports = new ArrayList<>();
    List<Node> items = service.at(PORTS).items();
    for (int i = 0; i < items.size(); i++) {
      ports.add(new ServicePort(items.get(i), PORTS.index(i)));
    }
    return ports;
  }

  /** The number or name in the pods; the Service's own number where it is not written. */
  Node target() {
    Node target = node.get("targetPort");
    boolean unset = target.isAbsent() || target.longOr(-1) == 0;
    return unset ? node.get("port") : target;
  }

  /** Where the target is written. */
  FieldPath targetPath() {
    return path.child(node.get("targetPort").isPresent() ? "targetPort" : "port");
  }

  String protocol() {
    return node.get("protocol").stringOr("TCP");
  }

  /** Whether a port of the container is the target, by name or number, in this protocol. */
  boolean isDeclaredBy(Container container) {
    return container.node().get("ports").items().stream().anyMatch(this::leadsTo);
  }

  private boolean leadsTo(Node containerPort) {
    Node declared = containerPort.get(target().isString() ? "name" : "containerPort");
    return declared.isPresent()
        && declared.sameAs(target())
        && containerPort.get("protocol").stringOr("TCP").equals(protocol());
  }
}
