package dev.seaworthy.simulate.node;

import dev.seaworthy.manifest.Node;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The port that a probe asks at, if it says one by name. A kubelet looks it up among the ports of the
 * container itself; see ResolveContainerPort of its package probe.
 */
public record ProbedPort(String name) {

  /** Empty if {@code probe} asks at a number, or at no port. */
  public static Optional<ProbedPort> of(Node probe) {
    return Stream.of("httpGet", "tcpSocket")
        .map(handler -> probe.at(handler, "port"))
        .filter(port -> port.asString().isPresent())
        .findFirst()
        .map(port -> new ProbedPort(port.text()));
  }

  /** Whether {@code container} of a pod's spec has a port of that name. */
  public boolean isOf(Node container) {
    return container.get("ports").items().stream()
        .anyMatch(port -> port.get("name").text().equals(name));
  }
}
