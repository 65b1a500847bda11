package dev.seaworthy.validate.check.flowcontrol;

import dev.seaworthy.manifest.Node;

/**
 * The flow schemas and priority levels without which no server runs. Nobody can make them other than
 * they are; what the server allows to be tuned is told apart. Mirrors the mandatory part of bootstrap.
 */
final class MandatorySpecs {

  private static final int LAST = 10000;

  private MandatorySpecs() {}

  /** Whether a flow schema of that name, if it is mandatory, has the spec that it must have. */
  static boolean isAsItMust(String name, Node spec) {
    return switch (name) {
      case "exempt" -> isSchema(spec, 1, "exempt", "") && isForGroups(spec, "system:masters");
      case "catch-all" ->
        isSchema(spec, LAST, "catch-all", "ByUser")
            && isForGroups(spec, "system:unauthenticated", "system:authenticated");
      default -> true;
    };
  }

  /** Whether a priority level of that name, if it is mandatory, has the spec that it must have. */
  static boolean isLevelAsItMust(String name, Node spec) {
    return switch (name) {
      case "exempt" ->
        spec.get("type").text().equals("Exempt") && spec.get("limited").isAbsent();
      case "catch-all" ->
        spec.get("type").text().equals("Limited")
            && spec.get("limited").get("nominalConcurrencyShares").longOr(0) == 5
            && spec.get("limited").get("lendablePercent").longOr(0) == 0
            && spec.get("limited").get("borrowingLimitPercent").isAbsent()
            && spec.get("limited").at("limitResponse", "type").text().equals("Reject");
      default -> true;
    };
  }

  private static boolean isSchema(Node spec, int precedence, String level, String method) {
    return spec.get("matchingPrecedence").longOr(0) == precedence
        && spec.at("priorityLevelConfiguration", "name").text().equals(level)
        && spec.at("distinguisherMethod", "type").text().equals(method)
        && spec.get("rules").size() == 1
        && areAll(spec.get("rules").get(0));
  }

  private static boolean areAll(Node rule) {
    Node resources = rule.get("resourceRules").get(0);
    Node paths = rule.get("nonResourceRules").get(0);
    return rule.get("resourceRules").size() == 1
        && rule.get("nonResourceRules").size() == 1
        && resources.get("clusterScope").isTrue()
        && isAll(resources.get("verbs"))
        && isAll(resources.get("apiGroups"))
        && isAll(resources.get("resources"))
        && isAll(resources.get("namespaces"))
        && isAll(paths.get("verbs"))
        && isAll(paths.get("nonResourceURLs"));
  }

  private static boolean isAll(Node list) {
    return list.size() == 1 && list.get(0).text().equals("*");
  }

  private static boolean isForGroups(Node spec, String... groups) {
    Node subjects = spec.get("rules").get(0).get("subjects");
    boolean same = subjects.size() == groups.length;
    for (int i = 0; same && i < groups.length; i++) {
      same = subjects.get(i).at("group", "name").text().equals(groups[i]);
    }
    return same;
  }
}
