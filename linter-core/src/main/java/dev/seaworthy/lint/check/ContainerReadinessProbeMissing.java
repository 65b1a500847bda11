package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.graph.ToolHook;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.Repair;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pods that receive traffic before they can answer it. */
final class ContainerReadinessProbeMissing implements RelationCheck {

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    return object
        .template()
        .filter(template ->
            template.isLongRunning() && !template.isCompletedByOperator() && !isHook(object))
        .map(template -> check(template, context))
        .orElse(List.of());
  }

  private static boolean isHook(InputObject object) {
    return ToolHook.of(object.resource())
        .filter(hook -> hook.tool() == ToolHook.Tool.HELM)
        .isPresent();
  }

  private static List<Finding> check(PodTemplate template, RelationContext context) {
    Behind services = context.graph().derived(Known.class, Known::in).pods().of(template);
    boolean asked =
        !services.all().isEmpty() || !context.parameter("behindService").booleanOr(true);
    if (!asked) {
      return List.of();
    }
    List<Container> containers =
        template.containers().stream().filter(Container::staysUp).toList();
    return context.parameter("every").isTrue()
        ? everyTargeted(template, containers, services)
        : noneAtAll(template, containers, services);
  }

  /** The Services that send requests to pods once these are ready, and where to. */
  private record Behind(List<InputObject> all, TargetedPorts ports) {

    static Behind of(PodTemplate template, ResourceGraph graph) {
      List<InputObject> all = graph.selecting().servicesOf(template).stream()
          .filter(service ->
              !service.at(FieldPath.of("spec", "publishNotReadyAddresses")).isTrue())
          .toList();
      return new Behind(all, TargetedPorts.of(all));
    }
  }

  /** What is behind which Services. */
  private record Known(AlikePods<Behind> pods) {

    static Known in(ResourceGraph graph) {
      return new Known(new AlikePods<>(graph, template -> Behind.of(template, graph)));
    }
  }

  private static List<Finding> noneAtAll(
      PodTemplate template, List<Container> containers, Behind services) {
    boolean probed = containers.stream().anyMatch(ContainerReadinessProbeMissing::isProbed);
    List<Container> ordinary =
        containers.stream().filter(c -> c.role() == Container.Role.ORDINARY).toList();
    if (probed || ordinary.isEmpty()) {
      return List.of();
    }
    Container culprit = services.ports().first(containers).orElse(ordinary.get(0));
    return List.of(finding(template, culprit, services.all()));
  }

  private static List<Finding> everyTargeted(
      PodTemplate template, List<Container> containers, Behind services) {
    List<Finding> findings = new ArrayList<>();
    for (Container container : containers) {
      if (!isProbed(container) && services.ports().has(container)) {
        findings.add(finding(template, container, services.all()));
      }
    }
    return findings;
  }

  private static boolean isProbed(Container container) {
    return container.node().get("readinessProbe").isPresent();
  }

  private static Finding finding(
      PodTemplate template, Container container, List<InputObject> services) {
    String behind =
        services.isEmpty() ? "" : "Service " + services.get(0).name() + " sends it requests, but ";
    Finding finding = Finding.at(
        template.owner(),
        container.path().child("readinessProbe"),
        behind + "no probe says when container '" + container.name() + "' can answer");
    Finding mended = port(container)
        .map(port -> finding.withRepair(Repair.inMeaning()
            .put(container.path().child("readinessProbe").child("tcpSocket").child("port"), port)))
        .orElse(finding);
    Node name = container.node().get("name");
    return services.isEmpty() || name.isAbsent()
        ? mended
        : mended.related(services.get(0), FieldPath.of("spec", "selector"), "selects these pods");
  }

  /** The one port of a container to which a probe may connect, by its name if it has one. */
  private static Optional<Node> port(Container container) {
    List<Node> ports = container.node().get("ports").items().stream()
        .filter(port -> port.get("protocol").stringOr("TCP").equals("TCP"))
        .toList();
    return ports.size() == 1
        ? Optional.of(ports.get(0))
            .map(port -> port.get("name").isString() ? port.get("name") : port.get("containerPort"))
            .filter(Node::isPresent)
        : Optional.empty();
  }
}
