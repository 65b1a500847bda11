package dev.seaworthy.validate.admission.quota;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.core.pod.QualityOfService;
import java.util.List;

/** Which pods and claims a quota with scopes is about. */
public final class QuotaScope {

  private QuotaScope() {}

  /** Whether all scopes of a quota's spec fit an object; only pods and claims fit any. */
  public static boolean fits(Node quota, String plural, Node object) {
    for (Node scope : quota.get("scopes").items()) {
      if (!fits(scope.text(), "Exists", List.of(), plural, object)) {
        return false;
      }
    }
    for (Node selector : quota.at("scopeSelector", "matchExpressions").items()) {
      List<String> values =
          selector.get("values").items().stream().map(Node::text).toList();
      String operator = selector.get("operator").text();
      if (!fits(selector.get("scopeName").text(), operator, values, plural, object)) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(
      String scope, String operator, List<String> values, String plural, Node object) {
    Node spec = object.get("spec");
    return switch (plural) {
      case "pods" ->
        switch (scope) {
          case "Terminating" -> spec.get("activeDeadlineSeconds").isPresent();
          case "NotTerminating" -> spec.get("activeDeadlineSeconds").isAbsent();
          case "BestEffort" -> isBestEffort(spec);
          case "NotBestEffort" -> !isBestEffort(spec);
          case "PriorityClass" ->
            chooses(operator, values, spec.get("priorityClassName").text());
          case "CrossNamespacePodAffinity" -> reachesOtherNamespaces(spec.get("affinity"));
          default -> false;
        };
      case "persistentvolumeclaims" ->
        scope.equals("VolumeAttributesClass")
            && chooses(operator, values, spec.get("volumeAttributesClassName").text());
      default -> false;
    };
  }

  private static boolean chooses(String operator, List<String> values, String name) {
    return switch (operator) {
      case "In" -> !name.isEmpty() && values.contains(name);
      case "NotIn" -> name.isEmpty() || !values.contains(name);
      case "DoesNotExist" -> name.isEmpty();
      default -> !name.isEmpty();
    };
  }

  private static boolean isBestEffort(Node spec) {
    return QualityOfService.of(spec, true) == QualityOfService.BEST_EFFORT;
  }

  private static boolean reachesOtherNamespaces(Node affinity) {
    for (String kind : new String[] {"podAffinity", "podAntiAffinity"}) {
      Node terms = affinity.get(kind);
      boolean required =
          terms.get("requiredDuringSchedulingIgnoredDuringExecution").items().stream()
              .anyMatch(QuotaScope::isOfOtherNamespaces);
      boolean preferred =
          terms.get("preferredDuringSchedulingIgnoredDuringExecution").items().stream()
              .anyMatch(term -> isOfOtherNamespaces(term.get("podAffinityTerm")));
      if (required || preferred) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfOtherNamespaces(Node term) {
    return term.get("namespaces").size() > 0 || term.get("namespaceSelector").isPresent();
  }
}
