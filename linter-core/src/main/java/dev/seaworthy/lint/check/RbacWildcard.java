package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Roles that allow everything of some sort. */
final class RbacWildcard implements RelationCheck {

  private static final String RESOURCES = "resources";
  private static final String GROUPS = "apiGroups";

  @Override
  public List<Finding> check(InputObject role, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    if (BuiltInRoles.isLeftOut(role, context.parameter("builtin"))) {
      return findings;
    }
    boolean ownGroups = context.parameter("ownGroups").isTrue();
    for (RoleEntry entry : RoleEntry.of(role)) {
      boolean own = ownGroups
          && !entry.groups().isEmpty()
          && context.graph().customResources().groups().containsAll(entry.groups());
      if (!own) {
        check(role, entry.path(), findings);
      }
    }
    return findings;
  }

  private static void check(InputObject role, FieldPath rule, List<Finding> findings) {
    for (String list : List.of(GROUPS, RESOURCES, "verbs", "nonResourceURLs")) {
      List<Node> items = role.at(rule.child(list)).items();
      for (int i = 0; i < items.size(); i++) {
        if (isWildcard(items.get(i).text(), list)) {
          Finding finding =
              Finding.at(role, rule.child(list).index(i), message(items.get(i).text(), list));
          boolean narrow = list.equals(GROUPS) && namesEverythingElse(role.at(rule));
          findings.add(narrow ? finding.withSeverity(Severity.INFO) : finding);
        }
      }
    }
  }

  private static boolean isWildcard(String text, String list) {
    return text.equals("*") || (list.equals(RESOURCES) && text.startsWith("*/"));
  }

  private static boolean namesEverythingElse(Node rule) {
    return rule.get(RESOURCES).items().stream().noneMatch(n -> isWildcard(n.text(), RESOURCES))
        && rule.get("verbs").items().stream().noneMatch(n -> n.text().equals("*"));
  }

  private static String message(String text, String list) {
    Map<String, String> what = Map.of(
        GROUPS,
        "every API group",
        RESOURCES,
        text.equals("*") ? "every resource" : "this of every resource",
        "verbs",
        "every verb",
        "nonResourceURLs",
        "every path of the server");
    return "'" + text + "' allows " + what.get(list) + ", also those that are still to come";
  }
}
