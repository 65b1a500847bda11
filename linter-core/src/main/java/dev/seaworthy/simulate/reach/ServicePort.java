package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A port of a Service.
 *
 * @param name its name in the Service, by which endpoints know it; empty if it has none
 * @param target the port of the pods, by number or name
 * @param obstacle why there is no such port
 */
record ServicePort(String name, String target, Optional<Obstacle> obstacle) {

  /** By its number or its name; a headless Service leads to any port of its pods. */
  static ServicePort of(Resource service, String port) {
    List<Node> ports = service.at("spec", "ports").items();
    for (Node each : ports) {
      boolean isIt =
          text(each.get("port")).equals(port) || each.get("name").text().equals(port);
      if (isIt) {
        Node target = each.get("targetPort");
        boolean isDirect = isHeadless(service) || target.isAbsent();
        return new ServicePort(
            each.get("name").text(), text(isDirect ? each.get("port") : target), Optional.empty());
      }
    }
    if (isHeadless(service)) {
      return new ServicePort("", port, Optional.empty());
    }
    String others = ports.stream().map(ServicePort::words).collect(Collectors.joining(", "));
    return new ServicePort(
        "",
        "",
        Optional.of(Obstacle.at(
            service,
            "spec.ports",
            service + " has no port " + port + "; it has "
                + (others.isEmpty() ? "none" : others))));
  }

  static boolean isHeadless(Resource service) {
    return service.at("spec", "clusterIP").text().equals("None");
  }

  private static String words(Node port) {
    String name = port.get("name").text();
    return text(port.get("port")) + (name.isEmpty() ? "" : " (" + name + ")");
  }

  private static String text(Node port) {
    return port.asLong().map(String::valueOf).orElse(port.text());
  }
}
