package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where the pods are, by owner, and what the nodes are like. */
final class PlacementStates {

  private static final String ZONE = "topology.kubernetes.io/zone";

  private final ClusterView view;
  private final String namespace;
  private final Identities identities;

  PlacementStates(ClusterView view, String namespace, Identities identities) {
    this.view = view;
    this.namespace = namespace;
    this.identities = identities;
  }

  List<Mapping> placement() {
    Map<String, Map<String, Integer>> byOwner = new TreeMap<>();
    for (Resource pod : view.list(Kinds.POD, namespace)) {
      String node = pod.at("spec", "nodeName").text();
      if (!node.isEmpty()) {
        byOwner.computeIfAbsent(owner(pod), owner -> new TreeMap<>()).merge(node, 1, Integer::sum);
      }
    }
    List<Mapping> states = new ArrayList<>();
    byOwner.forEach((owner, perNode) -> states.add(placement(owner, perNode)));
    return states;
  }

  private String owner(Resource pod) {
    boolean isAlone = identities.origin(pod).owner().equals(Identities.NONE)
        && pod.controller().isEmpty();
    return isAlone
        ? "Pod/" + pod.name()
        : identities.workloadOf(pod).map(Target::toString).orElse(Identities.NONE);
  }

  private Mapping placement(String owner, Map<String, Integer> perNode) {
    int pods = perNode.values().stream().mapToInt(Integer::intValue).sum();
    Fields fields = new Fields().put("owner", owner).put("perNode", counts(perNode));
    if (pods > 1) {
      fields.putList(
          "spread",
          perNode.values().stream()
              .sorted(Comparator.reverseOrder())
              .map(Scalar::of)
              .toList());
    }
    return fields.putObject("perZone", counts(perZone(perNode))).build();
  }

  private Map<String, Integer> perZone(Map<String, Integer> perNode) {
    Map<String, Integer> perZone = new TreeMap<>();
    perNode.forEach((node, count) -> view.get(Kinds.NODE, "", node)
        .map(object -> object.labels().get(ZONE))
        .ifPresent(zone -> perZone.merge(zone, count, Integer::sum)));
    return perZone;
  }

  static Mapping counts(Map<String, Integer> counts) {
    Fields fields = new Fields();
    counts.forEach(fields::put);
    return fields.build();
  }

  List<Mapping> nodes() {
    return view.list(Kinds.NODE).stream()
        .sorted(Comparator.comparing(Resource::name))
        .map(PlacementStates::node)
        .toList();
  }

  /** As people write taints: {@code key=value:Effect}, or {@code key:Effect} without a value. */
  private static String taint(Node taint) {
    String value = taint.get("value").text();
    return taint.get("key").text()
        + (value.isEmpty() ? "" : "=" + value)
        + ":"
        + taint.get("effect").text();
  }

  private static Mapping node(Resource node) {
    Node ready = ConditionStates.find(node, "Ready");
    String status = ready.get("status").text();
    List<String> taints = node.at("spec", "taints").items().stream()
        .map(PlacementStates::taint)
        .sorted()
        .toList();
    return new Fields()
        .put("name", node.name())
        .put("ready", status)
        .putText("reason", status.equals("True") ? "" : ready.get("reason").text())
        .putFlag("unschedulable", node.at("spec", "unschedulable").isTrue())
        .putList("taints", taints.stream().map(Scalar::of).toList())
        .build();
  }
}
