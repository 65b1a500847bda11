package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.core.service.NodePorts;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/**
 * The ports of nodes that a Service asks for. The server refuses those outside its range only when it
 * allocates them, which a dry run does not do. Mirrors initNodePorts and updateNodePorts.
 */
final class NodePortAllocation {

  private static final GroupKind SERVICE = GroupKind.of("", "Service");

  /** The range of a server that nobody gave another one. */
  private static final int LOWEST = 30_000;

  private static final int HIGHEST = 32_767;

  private NodePortAllocation() {}

  /** Reports the ports that can't be allocated. */
  static void check(GroupKind kind, Value object, Errors errors) {
    if (kind.equals(SERVICE) && NodePorts.areTaken(object.node().get("spec"))) {
      object.at("spec", "ports").items().forEach(port -> port(port.at("nodePort"), errors));
    }
  }

  private static void port(Value port, Errors errors) {
    long number = port.number();
    if (number != 0 && port.isChanged() && (number < LOWEST || number > HIGHEST)) {
      errors.invalid(
          port.path(),
          "node-port-range",
          "is " + number + ", must be in the cluster's range of node ports, by default " + LOWEST
              + " to " + HIGHEST);
    }
  }
}
