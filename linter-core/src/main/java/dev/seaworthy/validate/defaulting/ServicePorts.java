package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The node ports of a Service from one version of it to the next. */
final class ServicePorts {

  private ServicePorts() {}

  /**
   * Ports that mention no node port keep that of the old port of the same name, unless another port
   * asks for it. Mirrors patchAllocatedValues.
   */
  static Sequence keptNodePorts(Node ports, Node old) {
    Set<Long> asked = nodePorts(ports);
    Map<String, Node> former = new HashMap<>();
    old.get("ports")
        .items()
        .forEach(port -> former.put(port.get("name").text(), port.get("nodePort")));
    return Sequence.of(ports.items().stream()
        .map(port -> withNodePort(
            port, former.getOrDefault(port.get("name").text(), Absent.INSTANCE), asked))
        .toList());
  }

  private static Node withNodePort(Node port, Node former, Set<Long> asked) {
    boolean keeps = port.get("nodePort").longOr(0) == 0
        && former.longOr(0) != 0
        && !asked.contains(former.longOr(0));
    return keeps && port instanceof Mapping mapping ? mapping.with("nodePort", former) : port;
  }

  /** Ports without node ports, if none of these is new: ports may go, or change. */
  static Node releasedNodePorts(Node ports, Node old) {
    if (!nodePorts(old.get("ports")).containsAll(nodePorts(ports))) {
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
