package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.LabelFormat;
import java.util.List;
import java.util.Map;

/** Conditions on where a pod runs that the server takes, but that do not do what they seem to. */
public final class SchedulingWarnings {

  private static final Map<String, String> OLD_NODE_LABELS = Map.of(
      "beta.kubernetes.io/arch", "kubernetes.io/arch",
      "beta.kubernetes.io/os", "kubernetes.io/os",
      "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
      "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
      "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type");

  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";

  private final Value spec;
  private final Errors errors;
  private final Request request;

  SchedulingWarnings(PodScope scope) {
    this.spec = scope.spec();
    this.errors = scope.errors();
    this.request = scope.request();
  }

  void warn() {
    spec.at("nodeSelector").eachEntry((key, value) -> nodeLabel(key, value, errors));
    nodes(spec.at("affinity", "nodeAffinity"));
    for (String field : List.of("podAffinity", "podAntiAffinity")) {
      pods(spec.at("affinity", field));
    }
    for (Value constraint : spec.at("topologySpreadConstraints").items()) {
      nodeLabel(constraint.at("topologyKey").text(), constraint.at("topologyKey"), errors);
      selects(constraint.at("labelSelector"));
    }
  }

  private void nodes(Value affinity) {
    for (Value term : affinity.at(REQUIRED, "nodeSelectorTerms").items()) {
      expressions(term);
    }
    for (Value term : affinity.at(PREFERRED).items()) {
      expressions(term.at("preference"));
      for (Value expression : term.at("preference", "matchExpressions").items()) {
        expression.at("values").items().forEach(this::canBeALabel);
      }
    }
  }

  private void expressions(Value term) {
    nodeLabels(term, errors);
  }

  /** Warnings of a term that selects nodes. */
  public static void nodeLabels(Value term, Errors errors) {
    for (Value expression : term.at("matchExpressions").items()) {
      nodeLabel(expression.at("key").text(), expression.at("key"), errors);
    }
  }

  private static void nodeLabel(String label, Value field, Errors errors) {
    String other = OLD_NODE_LABELS.get(label);
    if (other != null) {
      errors.warn(
          field.path(), "old-node-label", "is " + label + ", which is deprecated; use " + other);
    }
  }

  private void canBeALabel(Value value) {
    if (request.isSince(33) && !LabelFormat.LABEL_VALUE.accepts(value.text())) {
      errors.warn(
          value.path(), "label-value", "is '" + value.text() + "', which no label can have");
    }
  }

  private void pods(Value affinity) {
    for (Value term : affinity.at(REQUIRED).items()) {
      selects(term.at("labelSelector"));
    }
    for (Value term : affinity.at(PREFERRED).items()) {
      selects(term.at("podAffinityTerm", "labelSelector"));
    }
  }

  private void selects(Value selector) {
    if (selector.isAbsent()) {
      errors.warn(selector.path(), "selector-matches-nothing", "is absent, so that no pod matches");
    }
  }
}
