package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Node;

/** Backends that the AWS controller takes from an annotation: a redirect, a fixed answer, weights. */
final class IngressActions {

  private static final String ACTION = "alb.ingress.kubernetes.io/actions.";

  /** This name for a port sends it there; the annotation may be written at run time only. */
  private static final String BY_ANNOTATION = "use-annotation";

  private IngressActions() {}

  /** @param backend as it is written under a path */
  static boolean isOne(InputObject ingress, Node backend) {
    Node service = backend.get("service");
    String name = service.get("name").stringOr(backend.get("serviceName").text());
    return service.at("port", "name").text().equals(BY_ANNOTATION)
        || backend.get("servicePort").text().equals(BY_ANNOTATION)
        || ingress.resource().annotations().containsKey(ACTION + name);
  }
}
