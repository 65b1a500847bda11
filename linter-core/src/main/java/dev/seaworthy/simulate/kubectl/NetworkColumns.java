package dev.seaworthy.simulate.kubectl;

import static dev.seaworthy.simulate.kubectl.Column.at;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of Services, of where they lead, and of what leads to them. */
final class NetworkColumns {

  private static final String GROUP = "networking.k8s.io";

  /** So many endpoints are named. */
  private static final int MOST = 3;

  private NetworkColumns() {}

  static Map<GroupKind, List<Column>> all() {
    return Map.of(
        Kinds.SERVICE,
        service(),
        Kinds.ENDPOINTS,
        List.of(new Column("ENDPOINTS", (it, sight) -> endpoints(it)), Column.AGE),
        Kinds.ENDPOINT_SLICE,
        slice(),
        GroupKind.of(GROUP, "Ingress"),
        ingress(),
        GroupKind.of(GROUP, "NetworkPolicy"),
        List.of(
            new Column(
                "POD-SELECTOR", (policy, sight) -> Selections.of(policy.at("spec", "podSelector"))),
            Column.AGE));
  }

  private static List<Column> service() {
    return List.of(
        at("TYPE", "ClusterIP", "spec", "type"),
        at("CLUSTER-IP", Column.NONE, "spec", "clusterIP"),
        new Column("EXTERNAL-IP", (service, sight) -> external(service)),
        new Column("PORT(S)", (service, sight) -> ports(service)),
        Column.AGE);
  }

  private static String external(Resource service) {
    List<String> addresses = new ArrayList<>();
    service.at("spec", "externalIPs").items().forEach(ip -> addresses.add(ip.text()));
    return switch (service.at("spec", "type").text()) {
      case "ExternalName" -> service.at("spec", "externalName").text();
      case "LoadBalancer" -> addresses.isEmpty() ? "<pending>" : String.join(",", addresses);
      default -> addresses.isEmpty() ? Column.NONE : String.join(",", addresses);
    };
  }

  private static String ports(Resource service) {
    List<Node> ports = service.at("spec", "ports").items();
    return ports.isEmpty()
        ? Column.NONE
        : ports.stream().map(NetworkColumns::port).collect(Collectors.joining(","));
  }

  private static String port(Node port) {
    long nodePort = port.get("nodePort").longOr(0);
    return port.get("port").longOr(0)
        + (nodePort > 0 ? ":" + nodePort : "")
        + "/"
        + port.get("protocol").stringOr("TCP");
  }

  private static String endpoints(Resource endpoints) {
    List<String> all = endpoints.at("subsets").items().stream()
        .flatMap(NetworkColumns::addresses)
        .toList();
    return few(all, Column.NONE);
  }

  private static Stream<String> addresses(Node subset) {
    List<Node> ports = subset.get("ports").items();
    return subset.get("addresses").items().stream()
        .map(address -> address.get("ip").text())
        .flatMap(ip -> ports.isEmpty()
            ? Stream.of(ip)
            : ports.stream().map(port -> ip + ":" + port.get("port").longOr(0)));
  }

  private static String few(List<String> all, String none) {
    if (all.isEmpty()) {
      return none;
    }
    int more = all.size() - MOST;
    return String.join(",", all.subList(0, Math.min(MOST, all.size())))
        + (more > 0 ? " + " + more + " more..." : "");
  }

  private static List<Column> slice() {
    return List.of(
        at("ADDRESSTYPE", "", "addressType"),
        new Column(
            "PORTS",
            (slice, sight) -> few(
                slice.at("ports").items().stream()
                    .map(port -> Long.toString(port.get("port").longOr(0)))
                    .toList(),
                "<unset>")),
        new Column(
            "ENDPOINTS",
            (slice, sight) -> few(
                slice.at("endpoints").items().stream()
                    .flatMap(endpoint -> endpoint.get("addresses").items().stream())
                    .map(Node::text)
                    .toList(),
                "<unset>")),
        Column.AGE);
  }

  private static List<Column> ingress() {
    return List.of(
        at("CLASS", Column.NONE, "spec", "ingressClassName"),
        new Column("HOSTS", (ingress, sight) -> hosts(ingress)),
        new Column("ADDRESS", (ingress, sight) -> ""),
        new Column(
            "PORTS", (ingress, sight) -> ingress.at("spec", "tls").size() > 0 ? "80, 443" : "80"),
        Column.AGE);
  }

  private static String hosts(Resource ingress) {
    List<String> hosts = ingress.at("spec", "rules").items().stream()
        .map(rule -> rule.get("host").text())
        .filter(host -> !host.isEmpty())
        .toList();
    return few(hosts, "*");
  }
}
