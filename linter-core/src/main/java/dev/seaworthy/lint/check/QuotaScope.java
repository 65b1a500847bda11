package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.Node;
import java.util.List;

/** Which pods a ResourceQuota is about. */
final class QuotaScope {

  private QuotaScope() {}

  /** Whether all of the quota's scopes hold for the pods; one that nobody knows holds for none. */
  static boolean includes(Node quotaSpec, PodTemplate pods) {
    return quotaSpec.get("scopes").items().stream().allMatch(scope -> holds(scope.text(), pods))
        && quotaSpec.at("scopeSelector", "matchExpressions").items().stream()
            .allMatch(expression -> holds(expression, pods));
  }

  private static boolean holds(Node expression, PodTemplate pods) {
    String scope = expression.get("scopeName").text();
    return scope.equals("PriorityClass") ? holdsPriority(expression, pods) : holds(scope, pods);
  }

  private static boolean holds(String scope, PodTemplate pods) {
    return switch (scope) {
      case "Terminating" -> pods.spec().get("activeDeadlineSeconds").isPresent();
      case "NotTerminating" -> pods.spec().get("activeDeadlineSeconds").isAbsent();
      case "BestEffort" -> isBestEffort(pods);
      case "NotBestEffort" -> !isBestEffort(pods);
      default -> false;
    };
  }

  private static boolean isBestEffort(PodTemplate pods) {
    return pods.containers().stream()
        .map(Container::node)
        .noneMatch(container -> container.at("resources", "requests").size() > 0
            || container.at("resources", "limits").size() > 0);
  }

  private static boolean holdsPriority(Node expression, PodTemplate pods) {
    String name = pods.spec().get("priorityClassName").text();
    List<String> values =
        expression.get("values").items().stream().map(Node::text).toList();
    return switch (expression.get("operator").text()) {
      case "In" -> values.contains(name);
      case "NotIn" -> !values.contains(name);
      case "Exists" -> !name.isEmpty();
      case "DoesNotExist" -> name.isEmpty();
      default -> false;
    };
  }
}
