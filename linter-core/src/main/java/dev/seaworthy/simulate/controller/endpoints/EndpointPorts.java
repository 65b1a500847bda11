package dev.seaworthy.simulate.controller.endpoints;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ports of a Service as they are on one pod; named ones can differ from pod to pod. */
final class EndpointPorts {

  private EndpointPorts() {}

  /** The ports that {@code pod} has for {@code service}; a name that the pod lacks is left out. */
  static Sequence on(Pod pod, Resource service) {
    List<Node> ports = new ArrayList<>();
    for (Node port : service.at("spec", "ports").items()) {
      number(port, pod).ifPresent(number -> ports.add(port(port, number)));
    }
    return Sequence.of(ports);
  }

  private static Mapping port(Node port, long number) {
    Map<String, Node> entry = new LinkedHashMap<>();
    entry.put("name", Scalar.of(port.get("name").text()));
    entry.put("protocol", Scalar.of(port.get("protocol").stringOr("TCP")));
    entry.put("port", Scalar.of(number));
    return Mapping.of(entry);
  }

  private static Optional<Long> number(Node port, Pod pod) {
    Node target = port.get("targetPort");
    if (!target.isString()) {
      return Optional.of(target.longOr(port.get("port").longOr(0)));
    }
    String protocol = port.get("protocol").stringOr("TCP");
    return pod.resource().at("spec", "containers").items().stream()
        .flatMap(container -> container.get("ports").items().stream())
        .filter(open -> open.get("name").sameAs(target))
        .filter(open -> open.get("protocol").stringOr("TCP").equals(protocol))
        .map(open -> open.get("containerPort").longOr(0))
        .findFirst();
  }
}
