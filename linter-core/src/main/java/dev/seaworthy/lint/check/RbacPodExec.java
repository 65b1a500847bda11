package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** Roles that lead into running containers. */
final class RbacPodExec implements RelationCheck {

  private static final List<String> WAYS_IN =
      List.of("pods/exec", "pods/attach", "pods/portforward");
  private static final List<String> VERBS = List.of("get", "create");

  @Override
  public List<Finding> check(InputObject role, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    if (BuiltInRoles.isLeftOut(role, context.parameter("builtin"))
        || isForAllowedGroups(role, context)) {
      return findings;
    }
    for (RoleEntry entry : RoleEntry.of(role)) {
      boolean leadsIn = WAYS_IN.stream().anyMatch(way -> entry.isAbout("", way));
      if (leadsIn && entry.allowsAny(VERBS)) {
        findings.add(
            Finding.at(role, entry.path(), "whoever has this role may enter running containers"));
      }
    }
    return findings;
  }

  private static boolean isForAllowedGroups(InputObject role, RelationContext context) {
    List<String> allowed = context.texts("allowGroups");
    List<InputObject> bindings = context.graph().bindingsOf(context.graph().keyOf(role));
    return !bindings.isEmpty()
        && bindings.stream()
            .flatMap(binding -> binding.at(FieldPath.of("subjects")).items().stream())
            .allMatch(subject -> subject.get("kind").text().equals("Group")
                && allowed.contains(subject.get("name").text()));
  }
}
