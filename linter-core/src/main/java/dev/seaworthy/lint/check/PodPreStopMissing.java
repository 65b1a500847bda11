package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;

/** Pods that stop at once, while requests still come for a moment. */
final class PodPreStopMissing implements RelationCheck {

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    return object
        .template()
        .filter(PodTemplate::isLongRunning)
        .map(template -> check(template, context.graph().selecting().servicesOf(template)))
        .orElse(List.of());
  }

  private static List<Finding> check(PodTemplate template, List<InputObject> services) {
    List<Container> containers =
        template.containers().stream().filter(Container::staysUp).toList();
    boolean hooked = containers.stream()
        .anyMatch(container -> container.node().at("lifecycle", "preStop").isPresent());
    return services.isEmpty() || hooked
        ? List.of()
        : TargetedPorts.of(services)
            .first(containers)
            .map(container -> List.of(finding(template, container, services.get(0))))
            .orElse(List.of());
  }

  private static Finding finding(PodTemplate template, Container container, InputObject service) {
    return Finding.at(
            template.owner(),
            container.path().child("lifecycle").child("preStop"),
            "container '" + container.name() + "' stops while Service " + service.name()
                + " may still send it requests")
        .related(service, FieldPath.of("spec", "selector"), "selects these pods");
  }
}
