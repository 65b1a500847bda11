package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.ArrayList;
import java.util.List;

/** Liveness probes that ask what the readiness probe asks, and give up no later. */
final class ContainerProbesIdentical implements PodCheck {

  private static final List<String> HANDLERS = List.of("httpGet", "tcpSocket", "exec", "grpc");
  private static final long PERIOD_SECONDS = 10;
  private static final long FAILURES = 3;

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Container container : template.containers()) {
      Node ready = container.node().get("readinessProbe");
      Node live = container.node().get("livenessProbe");
      long margin = context.parameter("margin").longOr(0);
      if (container.staysUp()
          && asksTheSame(container, ready, live)
          && patience(live) <= patience(ready) + margin) {
        findings.add(finding(template, container, patience(live)));
      }
    }
    return findings;
  }

  private static boolean asksTheSame(Container container, Node ready, Node live) {
    return HANDLERS.stream()
        .anyMatch(handler -> live.get(handler).isPresent()
            && resolved(live.get(handler), container)
                .sameAs(resolved(ready.get(handler), container)));
  }

  /** The handler with what holds where nothing is written, and its port as a number. */
  private static Node resolved(Node handler, Container container) {
    if (!(handler instanceof Mapping fields)) {
      return handler;
    }
    Mapping resolved = fields.with("port", number(fields.get("port"), container));
    return fields.get("path").isPresent() || fields.get("scheme").isPresent()
        ? resolved
            .with("path", Scalar.of(fields.get("path").stringOr("/")))
            .with("scheme", Scalar.of(fields.get("scheme").stringOr("HTTP")))
        : resolved;
  }

  private static Node number(Node port, Container container) {
    for (Node declared : container.node().get("ports").items()) {
      if (port.isString() && declared.get("name").text().equals(port.text())) {
        return declared.get("containerPort");
      }
    }
    return port;
  }

  /** How long it keeps failing until something is done, in seconds. */
  private static long patience(Node probe) {
    return probe.get("failureThreshold").longOr(FAILURES)
        * probe.get("periodSeconds").longOr(PERIOD_SECONDS);
  }

  private static Finding finding(PodTemplate template, Container container, long seconds) {
    FieldPath ready = container.path().child("readinessProbe");
    return Finding.at(
            template.owner(),
            container.path().child("livenessProbe"),
            "container '" + container.name() + "' is restarted after " + seconds
                + " seconds in which it is merely not ready: both probes ask the same")
        .related(template.owner(), ready, "asks the same");
  }
}
