package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The node ports of a Service from one version of it to the next. */
final class ServicePorts {

  private ServicePorts() {}

  /** Ports that mention no node port keep that of the old port of the same protocol and number. */
  static Sequence keptNodePorts(Node ports, Node old) {
    Set<Long> used = new HashSet<>();
    ports.items().forEach(port -> used.add(port.get("nodePort").longOr(0)));
    List<Node> kept = new ArrayList<>();
    for (Node port : ports.items()) {
      Node before = find(old.get("ports").items(), port);
      long nodePort = before.get("nodePort").longOr(0);
      boolean keeps = port.get("nodePort").longOr(0) == 0 && nodePort != 0 && used.add(nodePort);
      kept.add(keeps ? ((Mapping) port).with("nodePort", before.get("nodePort")) : port);
    }
    return Sequence.of(kept);
  }

  private static Node find(List<Node> ports, Node wanted) {
    for (Node port : ports) {
      if (port.get("port").sameAs(wanted.get("port"))
          && port.get("protocol").sameAs(wanted.get("protocol"))) {
        return port;
      }
    }
    return dev.seaworthy.manifest.Absent.INSTANCE;
  }

  /** Ports without node ports, if those are the old ones. */
  static Node releasedNodePorts(Node ports, Node old) {
    if (!nodePorts(ports).equals(nodePorts(old.get("ports")))) {
      return ports;
    }
    return Sequence.of(ports.items().stream()
        .map(port -> port instanceof Mapping mapping ? mapping.without("nodePort") : port)
        .toList());
  }

  private static Set<Long> nodePorts(Node ports) {
    Set<Long> numbers = new HashSet<>();
    ports.items().forEach(port -> numbers.add(port.get("nodePort").longOr(0)));
    numbers.remove(0L);
    return numbers;
  }
}
