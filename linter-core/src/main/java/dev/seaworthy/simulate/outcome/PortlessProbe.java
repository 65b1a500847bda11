package dev.seaworthy.simulate.outcome;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.node.ProbedPort;
import java.util.Optional;
import java.util.stream.Stream;

/** A probe that asks at a port by a name that no port of its container has: it never succeeds. */
final class PortlessProbe {

  private PortlessProbe() {}

  /** The way to the port that the startup or the readiness probe of {@code container} asks at. */
  static Optional<FieldPath> of(FieldPath container, Origin origin) {
    return Stream.of("startupProbe", "readinessProbe")
        .map(container::child)
        .filter(probe -> isPortless(origin.at(probe), origin.at(container)))
        .findFirst()
        .map(probe -> port(probe, origin));
  }

  private static boolean isPortless(Node probe, Node container) {
    return ProbedPort.of(probe).filter(port -> !port.isOf(container)).isPresent();
  }

  private static FieldPath port(FieldPath probe, Origin origin) {
    FieldPath http = probe.child("httpGet").child("port");
    return origin.at(http).isPresent() ? http : probe.child("tcpSocket").child("port");
  }

  /** What kind of probe {@code port} belongs to. */
  static String probe(FieldPath port) {
    return port.parent().flatMap(FieldPath::parent).map(FieldPath::lastStep).orElseThrow();
  }
}
