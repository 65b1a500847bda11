package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way to an address: a Service's own, a pod's, or a node's with the port of a Service on it. */
record AddressRoute(ClusterView view, Caller caller) {

  /** Where Ingress controllers listen; any other port of a host is somebody else's. */
  private static final List<String> USUAL = List.of("80", "443");

  /** The way to whom {@code host} belongs in this cluster; empty if nobody is known to have it. */
  Optional<Route> to(String host, String port) {
    Optional<Resource> node = nodeAt(host);
    if (node.isPresent()) {
      return Optional.of(toNode(node.get(), port));
    }
    return serviceAt(host)
        .map(service -> new ServiceRoute(view, caller)
            .to(service, port, Optional.empty())
            .after(host + " is service/" + service.name() + " in " + service.namespace()))
        .or(() -> podAt(host)
            .map(pod -> new ObjectRoute(view, caller)
                .to(pod, port)
                .after(host + " is pod/" + pod.name() + " in " + pod.namespace())))
        .or(() -> behindUnknown(host, port));
  }

  /** Nodes on which no pod runs tell no addresses: a port tells enough. */
  private Optional<Route> behindUnknown(String host, String port) {
    return isAddress(host) && !USUAL.contains(port)
        ? serviceOnNodes(port).map(service -> toService(service, port, Optional.empty()))
        : Optional.empty();
  }

  private static boolean isAddress(String host) {
    return host.matches("[0-9.]+") || host.contains(":");
  }

  /** The way to what listens on a port of {@code node}. */
  Route toNode(Resource node, String port) {
    Optional<Resource> service = serviceOnNodes(port);
    if (service.isPresent()) {
      return toService(service.get(), port, Optional.of(node.name()));
    }
    for (Resource pod : view.list(Kinds.POD)) {
      Optional<String> inside = pod.at("spec", "nodeName").text().equals(node.name())
          ? portInside(pod, port)
          : Optional.empty();
      if (inside.isPresent()) {
        return new ObjectRoute(view, caller)
            .to(pod, inside.get())
            .after("port " + port + " of node " + node.name() + " is pod/" + pod.name() + "'s");
      }
    }
    String ports = view.list(Kinds.SERVICE).stream()
        .flatMap(each -> nodePorts(each).map(number -> number + " (service/" + each.name() + ")"))
        .collect(Collectors.joining(", "));
    return Route.blocked(Obstacle.of("no Service and no pod has port " + port + " of node "
        + node.name() + "; "
        + (ports.isEmpty() ? "no Service has a port on nodes" : "ports on nodes: " + ports)));
  }

  /** Policies see who comes by a node with the node's address, of which manifests tell nothing. */
  private Route toService(Resource service, String port, Optional<String> node) {
    String inner = service.at("spec", "ports").items().stream()
        .filter(each -> text(each.get("nodePort")).equals(port))
        .map(each -> text(each.get("port")))
        .findFirst()
        .orElse(port);
    boolean isGuarded = caller.isOutside()
        && !view.list(NetworkPolicies.KIND, service.namespace()).isEmpty();
    Route route = new ServiceRoute(view, caller).to(service, inner, Optional.empty());
    return onNode(service, route, node)
        .after(
            isGuarded
                ? "whether policies let in who comes by a node is not known: --from says which pod"
                    + " asks"
                : "")
        .after("port " + port + " of every node is service/" + service.name() + ":" + inner);
  }

  /** {@code externalTrafficPolicy: Local} leads to the pods of the node that is asked only. */
  private Route onNode(Resource service, Route route, Optional<String> node) {
    boolean isLocal =
        service.at("spec", "externalTrafficPolicy").text().equals("Local") && node.isPresent();
    if (!isLocal || route.stops().isEmpty()) {
      return route;
    }
    List<Route.Stop> stops = route.stops().stream()
        .filter(stop -> view.get(Kinds.POD, service.namespace(), stop.pod())
            .filter(pod -> pod.at("spec", "nodeName").text().equals(node.get()))
            .isPresent())
        .toList();
    return stops.isEmpty()
        ? Route.blocked(Obstacle.at(
            service,
            "spec.externalTrafficPolicy",
            service + " leads to the pods of the node only that is asked (externalTrafficPolicy:"
                + " Local), and none of them is on " + node.get()))
        : new Route(route.steps(), stops, route.obstacle(), route.unknown());
  }

  /** Pods tell the addresses of nodes that have none in their status. */
  private Optional<Resource> nodeAt(String host) {
    Optional<String> told = view.list(Kinds.POD).stream()
        .filter(pod -> pod.at("status", "hostIP").text().equals(host))
        .map(pod -> pod.at("spec", "nodeName").text())
        .findFirst();
    return view.list(Kinds.NODE).stream()
        .filter(node -> node.name().equals(told.orElse(host))
            || node.at("status", "addresses").items().stream()
                .anyMatch(address -> address.get("address").text().equals(host)))
        .findFirst();
  }

  private Optional<Resource> serviceAt(String host) {
    return view.list(Kinds.SERVICE).stream()
        .filter(service -> addresses(service).anyMatch(host::equals))
        .findFirst();
  }

  private static Stream<String> addresses(Resource service) {
    return Stream.of(
            Stream.of(service.at("spec", "clusterIP")),
            service.at("spec", "clusterIPs").items().stream(),
            service.at("spec", "externalIPs").items().stream(),
            service.at("status", "loadBalancer", "ingress").items().stream()
                .map(ingress -> ingress.get("ip")))
        .flatMap(each -> each)
        .map(Node::text)
        .filter(AddressRoute::isAddress);
  }

  private Optional<Resource> podAt(String host) {
    return view.list(Kinds.POD).stream()
        .filter(pod -> pod.at("status", "podIP").text().equals(host))
        .filter(pod -> !pod.at("spec", "hostNetwork").isTrue())
        .findFirst();
  }

  private Optional<Resource> serviceOnNodes(String port) {
    return view.list(Kinds.SERVICE).stream()
        .filter(service -> nodePorts(service).anyMatch(port::equals))
        .findFirst();
  }

  private static Stream<String> nodePorts(Resource service) {
    return service.at("spec", "ports").items().stream()
        .map(port -> text(port.get("nodePort")))
        .filter(number -> !number.isEmpty());
  }

  /** The port of a pod that stands for a port of its node; empty if none does. */
  private static Optional<String> portInside(Resource pod, String port) {
    boolean isOnHost = pod.at("spec", "hostNetwork").isTrue();
    return pod.at("spec", "containers").items().stream()
        .flatMap(container -> container.get("ports").items().stream())
        .filter(each -> text(each.get(isOnHost ? "containerPort" : "hostPort")).equals(port))
        .map(each -> text(each.get("containerPort")))
        .findFirst();
  }

  private static String text(Node port) {
    return port.asLong().map(String::valueOf).orElse(port.text());
  }
}
