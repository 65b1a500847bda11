package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Services with the endpoints behind them, and what guards or limits pods. */
final class ServiceStates {

  private static final String SERVICE_NAME = "kubernetes.io/service-name";
  private static final GroupKind CLAIM = GroupKind.of("", "PersistentVolumeClaim");

  private final ClusterView view;
  private final String namespace;

  ServiceStates(ClusterView view, String namespace) {
    this.view = view;
    this.namespace = namespace;
  }

  private List<Mapping> each(GroupKind kind, Function<Resource, Mapping> state) {
    return view.list(kind, namespace).stream()
        .sorted(Comparator.comparing(Resource::name))
        .map(state)
        .toList();
  }

  List<Mapping> services() {
    return each(Kinds.SERVICE, this::service);
  }

  private Mapping service(Resource service) {
    Node spec = service.at("spec");
    boolean hasNodePorts =
        spec.get("ports").items().stream().anyMatch(port -> port.get("nodePort").longOr(0) != 0);
    Fields fields = new Fields()
        .put("name", service.name())
        .put("type", spec.get("type").stringOr("ClusterIP"))
        .put("clusterIP", clusterIp(spec.get("clusterIP").text()))
        .putText("nodePorts", hasNodePorts ? "allocated" : "")
        .putText("externalName", spec.get("externalName").text())
        .put("slices", slices(service.name()));
    view.get(Kinds.ENDPOINTS, namespace, service.name())
        .ifPresent(endpoints -> fields.put("endpoints", endpoints(endpoints)));
    return fields.build();
  }

  private static String clusterIp(String address) {
    return address.isEmpty() ? "none" : address.equals("None") ? "None" : "allocated";
  }

  private Mapping slices(String service) {
    List<Resource> slices = view.list(Kinds.ENDPOINT_SLICE, namespace).stream()
        .filter(slice -> service.equals(slice.labels().get(SERVICE_NAME)))
        .toList();
    List<Node> endpoints =
        slices.stream().flatMap(slice -> slice.at("endpoints").items().stream()).toList();
    Set<String> ports = new TreeSet<>();
    slices.forEach(slice -> ports.addAll(ports(slice.at("ports"))));
    return new Fields()
        .put("count", slices.size())
        .put("ready", countWith(endpoints, "ready"))
        .put("notReady", endpoints.size() - countWith(endpoints, "ready"))
        .put("serving", countWith(endpoints, "serving"))
        .put("terminating", countWith(endpoints, "terminating"))
        .putStrings("ports", List.copyOf(ports))
        .build();
  }

  private static long countWith(List<Node> endpoints, String condition) {
    return endpoints.stream()
        .filter(e -> e.at("conditions", condition).isTrue())
        .count();
  }

  private static List<String> ports(Node ports) {
    return ports.items().stream()
        .map(port -> "%s:%s/%s"
            .formatted(
                port.get("name").text(),
                port.get("port").asLong().map(String::valueOf).orElse(""),
                port.get("protocol").stringOr("TCP")))
        .toList();
  }

  private static Mapping endpoints(Resource endpoints) {
    List<Node> subsets = endpoints.at("subsets").items();
    Set<String> ports = new TreeSet<>();
    subsets.forEach(subset -> ports.addAll(ports(subset.get("ports"))));
    return new Fields()
        .put("ready", addresses(subsets, "addresses"))
        .put("notReady", addresses(subsets, "notReadyAddresses"))
        .put("subsets", subsets.size())
        .putStrings("ports", List.copyOf(ports))
        .build();
  }

  private static int addresses(List<Node> subsets, String field) {
    return subsets.stream().mapToInt(subset -> subset.get(field).size()).sum();
  }

  List<Mapping> podDisruptionBudgets() {
    return each(Kinds.POD_DISRUPTION_BUDGET, budget -> {
      Node status = budget.at("status");
      return new Fields()
          .put("name", budget.name())
          .put("expectedPods", status.get("expectedPods").longOr(0))
          .put("currentHealthy", status.get("currentHealthy").longOr(0))
          .put("desiredHealthy", status.get("desiredHealthy").longOr(0))
          .put("disruptionsAllowed", status.get("disruptionsAllowed").longOr(0))
          .putList("conditions", ConditionStates.withoutMessages(budget))
          .build();
    });
  }

  List<Mapping> claims() {
    return each(
        CLAIM,
        claim -> new Fields()
            .put("name", claim.name())
            .put("phase", claim.at("status", "phase").text())
            .put("bound", claim.at("spec", "volumeName").isPresent())
            .build());
  }

  List<Mapping> quotas() {
    return each(
        Kinds.RESOURCE_QUOTA,
        quota -> new Fields()
            .put("name", quota.name())
            .put("hard", quota.at("spec", "hard"))
            .put("used", quota.at("status", "used"))
            .build());
  }

  List<Mapping> autoscalers() {
    return each(
        Kinds.HORIZONTAL_POD_AUTOSCALER,
        autoscaler -> new Fields()
            .put("name", autoscaler.name())
            .put("currentReplicas", autoscaler.at("status", "currentReplicas").longOr(0))
            .put("desiredReplicas", autoscaler.at("status", "desiredReplicas").longOr(0))
            .putList("conditions", ConditionStates.withoutMessages(autoscaler))
            .build());
  }
}
