package dev.seaworthy.validate.check.core.service;

import dev.seaworthy.validate.field.Value;
import java.util.HashMap;
import java.util.Map;

/**
 * The ports of nodes that a new Service gets. The server gives them before it judges, and ports of one
 * number share one: that which one of them asks for, else a new one. Mirrors initNodePorts.
 */
record AllocatedPorts(boolean allocates, Map<Long, Long> askedFor) {

  static AllocatedPorts of(Value spec) {
    Map<Long, Long> askedFor = new HashMap<>();
    for (Value port : spec.at("ports").items()) {
      long nodePort = port.at("nodePort").number();
      if (nodePort != 0) {
        askedFor.putIfAbsent(port.at("port").number(), nodePort);
      }
    }
    return new AllocatedPorts(allocates(spec), askedFor);
  }

  private static boolean allocates(Value spec) {
    boolean hadAny = switch (spec.previous().get("type").text()) {
      case "NodePort", "LoadBalancer" -> true;
      default -> false;
    };
    return !hadAny && NodePorts.areTaken(spec.node());
  }

  /** Which one {@code port} has; a new one has no number yet, but a name. Empty if it has none. */
  String nodePort(Value port) {
    long own = port.at("nodePort").number();
    if (own != 0) {
      return Long.toString(own);
    }
    long number = port.at("port").number();
    Long asked = askedFor.get(number);
    return !allocates ? "" : asked == null ? "of " + number : Long.toString(asked);
  }
}
