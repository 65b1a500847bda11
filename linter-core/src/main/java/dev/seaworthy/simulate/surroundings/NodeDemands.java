package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What objects demand of nodes, beside room: names, and labels with their values. Only what a pod
 * cannot do without counts; of alternatives the first.
 *
 * @param names of nodes
 * @param values of labels, by their keys; none of a label of which any value will do
 * @param domains keys of labels by which pods are kept apart or together
 */
record NodeDemands(Set<String> names, Map<String, Set<String>> values, Set<String> domains) {

  static final String ZONE = "topology.kubernetes.io/zone";

  private static final String HOST_NAME = "kubernetes.io/hostname";

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";

  static NodeDemands of(Collection<InputObject> objects) {
    NodeDemands demands =
        new NodeDemands(new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
    for (InputObject object : objects) {
      object.template().ifPresent(template -> demands.ofPods(template.spec()));
      if (object.kind().equals(Kinds.PERSISTENT_VOLUME)) {
        demands.ofTerms(
            object.resource().at("spec", "nodeAffinity", "required", "nodeSelectorTerms"));
      }
    }
    return demands;
  }

  private void ofPods(Node spec) {
    addName(spec.get("nodeName").text());
    spec.get("nodeSelector")
        .entries()
        .forEach(label -> add(label.key(), List.of(label.value().text())));
    Node affinity = spec.get("affinity");
    ofTerms(affinity.at("nodeAffinity", REQUIRED, "nodeSelectorTerms"));
    ofPeers(affinity.at("podAffinity", REQUIRED));
    ofPeers(affinity.at("podAntiAffinity", REQUIRED));
    for (Node spread : spec.get("topologySpreadConstraints").items()) {
      if (spread.get("whenUnsatisfiable").text().equals("DoNotSchedule")) {
        addDomain(spread.get("topologyKey").text());
      }
    }
  }

  /** Any of several terms will do. */
  private void ofTerms(Node terms) {
    List<Node> first = terms.items().stream()
        .limit(1)
        .flatMap(term -> term.get("matchExpressions").items().stream())
        .toList();
    for (Node expression : first) {
      String key = expression.get("key").text();
      String operator = expression.get("operator").text();
      if (operator.equals("In")) {
        add(key, expression.get("values").items().stream().map(Node::text).toList());
      } else if (operator.equals("Exists")) {
        add(key, List.of());
      }
    }
  }

  private void ofPeers(Node terms) {
    terms.items().forEach(term -> addDomain(term.get("topologyKey").text()));
  }

  private void addDomain(String key) {
    if (!key.isEmpty() && !key.equals(HOST_NAME)) {
      domains.add(key);
    }
  }

  private void addName(String name) {
    if (!name.isEmpty()) {
      names.add(name);
    }
  }

  private void add(String key, List<String> any) {
    if (key.equals(HOST_NAME)) {
      any.forEach(this::addName);
      return;
    }
    Set<String> known = values.computeIfAbsent(key, label -> new LinkedHashSet<>());
    if (key.equals(ZONE)) {
      known.addAll(any);
    }
    if (Collections.disjoint(known, any) && !any.isEmpty()) {
      known.add(any.get(0));
    }
  }
}
