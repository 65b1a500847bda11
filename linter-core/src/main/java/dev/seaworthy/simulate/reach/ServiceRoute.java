package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way to the pods behind a Service, as its EndpointSlices have it. */
record ServiceRoute(ClusterView view, Caller caller) {

  /**
   * @param host the one pod that is meant, by its host name; empty for all
   */
  Route to(Resource service, String port, Optional<String> host) {
    if (isAlias(service)) {
      return Route.blocked(alias(service));
    }
    ServicePort found = ServicePort.of(service, port);
    if (found.obstacle().isPresent()) {
      return Route.blocked(found.obstacle().get());
    }
    List<Route.Stop> stops = new ArrayList<>();
    int waiting = 0;
    for (Resource slice : view.ownedBy(Meta.uid(service), Kinds.ENDPOINT_SLICE)) {
      Optional<Integer> number = portIn(slice, service, found);
      for (Node endpoint : slice.at("endpoints").items()) {
        boolean isMeant = host.isEmpty() || endpoint.get("hostname").text().equals(host.get());
        if (!isMeant) {
          continue;
        }
        if (!endpoint.at("conditions", "ready").isTrue()) {
          waiting++;
        } else if (number.isPresent()) {
          podOf(endpoint, service)
              .map(pod -> Stops.at(pod, number.get(), caller, view))
              .ifPresent(stops::add);
        }
      }
    }
    stops.sort((one, other) -> one.pod().compareTo(other.pod()));
    return stops.isEmpty()
        ? Route.blocked(nobody(service, found, waiting))
        : new Route(List.of(step(service)), stops, Optional.empty());
  }

  /** Whether it is but another name. */
  static boolean isAlias(Resource service) {
    return service.at("spec", "type").text().equals("ExternalName");
  }

  /** Why nobody gets to pods by such a Service itself. */
  static Obstacle alias(Resource service) {
    return Obstacle.at(
        service,
        "spec.type",
        service
            + " is of type ExternalName: it has no pods to forward to, only a name in DNS, which"
            + " is another one of " + service.at("spec", "externalName").text());
  }

  private static String step(Resource service) {
    String address = service.at("spec", "clusterIP").text();
    return "service/" + service.name()
        + (ServicePort.isHeadless(service) || address.isEmpty()
            ? " has no address of its own: its name leads to the pods"
            : " at " + address + " leads to the pods that are ready");
  }

  private static Optional<Integer> portIn(Resource slice, Resource service, ServicePort wanted) {
    // Whoever asks has the pods' own addresses, so that nothing translates the port.
    if (ServicePort.isHeadless(service) && wanted.target().matches("\\d{1,5}")) {
      return Optional.of(Integer.parseInt(wanted.target()));
    }
    return slice.at("ports").items().stream()
        .filter(port -> port.get("name").text().equals(wanted.name()))
        .map(port -> (int) port.get("port").longOr(0))
        .findFirst();
  }

  private Optional<Resource> podOf(Node endpoint, Resource service) {
    return view.get(
        Kinds.POD, service.namespace(), endpoint.at("targetRef", "name").text());
  }

  private static Obstacle nobody(Resource service, ServicePort port, int waiting) {
    if (waiting > 0) {
      return Obstacle.at(
          service,
          "spec.selector",
          service + " leads to nobody: "
              + (waiting == 1 ? "its pod is" : "its " + waiting + " pods are") + " not ready");
    }
    boolean isNamed = !port.target().chars().allMatch(Character::isDigit);
    return Obstacle.at(
        service,
        "spec.selector",
        service.at("spec", "selector").size() == 0
            ? service + " leads to nobody: it has no selector, and no endpoints were given by hand"
            : service + " leads to nobody: no pod has the labels that it selects"
                + (isNamed ? " and a port called " + port.target() : ""));
  }
}
