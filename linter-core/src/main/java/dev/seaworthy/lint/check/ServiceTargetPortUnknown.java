package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.DeclaredPorts;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ports of a Service that lead to no port of its pods. */
final class ServiceTargetPortUnknown implements RelationCheck {

  @Override
  public List<Finding> check(InputObject service, RelationContext context) {
    LabelSelector selector = LabelSelector.ofLabels(service.resource().strings("spec", "selector"));
    ResourceGraph graph = context.graph();
    String namespace = graph.namespaceOf(service);
    DeclaredPorts declared = graph.pods().portsOf(selector, namespace);
    // Pods that an operator makes have ports that nobody here knows.
    if (declared.firstContainer().isEmpty()
        || graph.pods().hasOperatorPodsMatching(selector, namespace)
        || service.resource().at("spec", "type").text().equals("ExternalName")) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (ServicePort port : ServicePort.of(service)) {
      if (port.target().isPresent() && !declared.has(port.target(), port.protocol())) {
        tell(service, port, declared).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> tell(
      InputObject service, ServicePort port, DeclaredPorts declared) {
    if (!port.target().isString() && declared.isEmpty()) {
      return Optional.empty();
    }
    Finding finding = port.target().isString()
        ? Finding.at(service, port.targetPath(), unknownName(port, declared))
        : Finding.at(service, port.targetPath(), undeclared(port))
            .withRemedy("Correct the number, or declare the port in the container.")
            .withSeverity(Severity.INFO);
    InputObject pods = declared.firstPods().orElseThrow().owner();
    FieldPath container = declared.firstContainer().orElseThrow().path();
    return Optional.of(finding.related(pods, container, "the pods that it selects"));
  }

  private static String undeclared(ServicePort port) {
    return "the pods declare other ports, but not " + port.target().toJson() + "/"
        + port.protocol();
  }

  private static String unknownName(ServicePort port, DeclaredPorts declared) {
    String name = port.target().text();
    String hint = declared.hasName(name)
        ? "; they have one of another protocol"
        : declared.nearestName(name).map(near -> "; they have '" + near + "'").orElse("");
    return "no container of the pods has a " + port.protocol() + " port named '" + name + "'"
        + hint;
  }
}
