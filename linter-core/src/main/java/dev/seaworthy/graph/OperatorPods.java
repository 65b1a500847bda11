package dev.seaworthy.graph;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Pods that an operator makes of its own objects; their containers are not known.
 *
 * @param count how many
 */
record OperatorPods(Map<String, String> labels, long count) {

  private static final String GROUP = "monitoring.coreos.com";

  private static final Map<String, String> NAMES = Map.of(
      "Prometheus", "prometheus",
      "PrometheusAgent", "prometheus-agent",
      "Alertmanager", "alertmanager",
      "ThanosRuler", "thanos-ruler");

  static Optional<OperatorPods> of(InputObject object) {
    String name = NAMES.get(object.kind().kind());
    if (name == null || !object.kind().group().equals(GROUP)) {
      return Optional.empty();
    }
    Map<String, String> labels =
        new LinkedHashMap<>(object.resource().strings("spec", "podMetadata", "labels"));
    labels.put("app.kubernetes.io/name", name);
    labels.put("app.kubernetes.io/instance", object.name());
    labels.put("app.kubernetes.io/managed-by", "prometheus-operator");
    // Older releases of the operator gave these, and people still select by them.
    labels.putIfAbsent("app", name);
    labels.put(name, object.name());
    long count = object.resource().at("spec", "replicas").longOr(1);
    return Optional.of(new OperatorPods(labels, count));
  }
}
