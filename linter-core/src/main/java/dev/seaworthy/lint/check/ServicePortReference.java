package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Node;

/** Whether a Service has the port that another object names. */
final class ServicePortReference {

  private ServicePortReference() {}

  /** By its number, or by its name where a text is written. */
  static boolean isOffered(InputObject service, Node wanted) {
    return ServicePort.of(service).stream()
        .map(port -> port.node().get(wanted.isString() ? "name" : "port"))
        .anyMatch(port -> port.isPresent() && port.sameAs(wanted));
  }
}
