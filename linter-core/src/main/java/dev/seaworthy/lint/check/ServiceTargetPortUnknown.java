package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Ports of a Service that lead to no port of its pods. */
final class ServiceTargetPortUnknown implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject service, CheckContext context) {
    LabelSelector selector = LabelSelector.ofLabels(service.resource().strings("spec", "selector"));
    ResourceGraph graph = context.graph();
    String namespace = graph.namespaceOf(service);
    List<Container> containers = graph.templatesMatching(selector, namespace).stream()
        .flatMap(template -> template.containers().stream())
        .filter(Container::staysUp)
        .toList();
    // Pods that an operator makes have ports that nobody here knows.
    if (containers.isEmpty()
        || graph.hasOperatorPodsMatching(selector, namespace)
        || service.resource().at("spec", "type").text().equals("ExternalName")) {
      return List.of();
    }
    List<PodTemplate> pods = graph.templatesMatching(selector, namespace);
    List<Finding> findings = new ArrayList<>();
    for (ServicePort port : ServicePort.of(service)) {
      if (port.target().isPresent() && containers.stream().noneMatch(port::isDeclaredBy)) {
        tell(service, port, containers, pods.get(0), findings);
      }
    }
    return findings;
  }

  private static void tell(
      InputObject service,
      ServicePort port,
      List<Container> containers,
      PodTemplate pods,
      List<Finding> findings) {
    List<Node> declared =
        containers.stream().flatMap(c -> c.node().get("ports").items().stream()).toList();
    if (port.target().isString()) {
      Finding finding = Finding.at(service, port.targetPath(), unknownName(port, declared));
      findings.add(
          finding.related(pods.owner(), containers.get(0).path(), "the pods that it selects"));
    } else if (!declared.isEmpty()) {
      findings.add(Finding.at(
              service,
              port.targetPath(),
              "the pods declare other ports, but not " + port.target().toJson() + "/"
                  + port.protocol())
          .withRemedy("Correct the number, or declare the port in the container.")
          .withSeverity(Severity.INFO));
    }
  }

  private static String unknownName(ServicePort port, List<Node> declared) {
    String name = port.target().text();
    List<String> names = declared.stream().map(d -> d.get("name").text()).toList();
    String hint = names.contains(name)
        ? "; they have one of another protocol"
        : NearestName.to(name, names).map(near -> "; they have '" + near + "'").orElse("");
    return "no container of the pods has a " + port.protocol() + " port named '" + name + "'"
        + hint;
  }
}
