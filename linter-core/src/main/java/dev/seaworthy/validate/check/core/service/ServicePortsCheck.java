package dev.seaworthy.validate.check.core.service;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ports of a Service among each other; each one's own fields are data. */
final class ServicePortsCheck {

  private ServicePortsCheck() {}

  static void check(Value spec, Errors errors) {
    Value ports = spec.at("ports");
    if (ports.size() == 0
        && !ServiceCheck.isHeadless(spec)
        && !ServiceCheck.isType(spec, "ExternalName")) {
      errors.required(ports.path(), "ports", "must be given");
    }
    List<Value> items = ports.items();
    names(items, errors);
    AllocatedPorts allocated = AllocatedPorts.of(spec);
    Set<String> nodePorts = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    for (Value port : items) {
      String protocol = port.at("protocol").text();
      Value nodePort = port.at("nodePort");
      if (nodePort.number() != 0) {
        if (ServiceCheck.isType(spec, "ClusterIP")) {
          errors.forbidden(
              nodePort.path(), "no-node-port", "must not be set where type is ClusterIP");
        }
      }
      String given = allocated.nodePort(port);
      if (!given.isEmpty() && !nodePorts.add(protocol + given)) {
        errors.duplicate(nodePort.path(), "one-node-port", "is there twice for " + protocol);
      }
      if (!numbers.add(protocol + port.at("port").number())) {
        errors.duplicate(
            port.path(), "one-port", "has a port number that is there twice for " + protocol);
      }
    }
  }

  private static void names(List<Value> ports, Errors errors) {
    Set<String> seen = new HashSet<>();
    for (Value port : ports) {
      Value name = port.at("name");
      if (name.text().isEmpty()) {
        if (ports.size() > 1) {
          errors.required(name.path(), "port-name", "must be given where there are several ports");
        }
      } else if (!seen.add(name.text())) {
        errors.duplicate(name.path(), "port-name", "is there twice: " + name.text());
      }
    }
  }
}
