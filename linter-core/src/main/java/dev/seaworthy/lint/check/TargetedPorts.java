package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ports of pods that Services send requests to, by name or number. */
final class TargetedPorts {

  /** {@code port} is a name or, as a number, the number however it is written. */
  private record Target(Object port, String protocol) {}

  private final Set<Target> targets = new HashSet<>();

  private TargetedPorts() {}

  static TargetedPorts of(List<InputObject> services) {
    TargetedPorts ports = new TargetedPorts();
    for (InputObject service : services) {
      for (ServicePort port : ServicePort.of(service)) {
        port(port.target())
            .ifPresent(target -> ports.targets.add(new Target(target, port.protocol())));
      }
    }
    return ports;
  }

  private static Optional<Object> port(Node written) {
    if (!(written instanceof Scalar scalar)) {
      return Optional.empty();
    }
    return scalar.isNumber()
        ? Optional.of(new BigDecimal(scalar.value()).stripTrailingZeros())
        : Optional.of(scalar.value());
  }

  /** Whether requests are sent to a port that the container declares. */
  boolean has(Container container) {
    return container.node().get("ports").items().stream()
        .anyMatch(port -> has(port, "name") || has(port, "containerPort"));
  }

  private boolean has(Node port, String field) {
    String protocol = port.get("protocol").stringOr("TCP");
    return port(port.get(field))
        .filter(target -> targets.contains(new Target(target, protocol)))
        .isPresent();
  }

  /** The first of {@code containers} that requests are sent to; where none declares so, the first. */
  Optional<Container> first(List<Container> containers) {
    return containers.stream()
        .filter(this::has)
        .findFirst()
        .or(() -> containers.stream()
            .filter(container -> container.role() == Container.Role.ORDINARY)
            .findFirst());
  }
}
