package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Roles that can run pods, and so use every Secret and account of the namespace. */
final class RbacPodCreateAccess implements ObjectCheck {

  private static final Map<String, List<String>> TEMPLATES = Map.of(
      "", List.of("replicationcontrollers"),
      "apps", List.of("deployments", "statefulsets", "daemonsets", "replicasets"),
      "batch", List.of("cronjobs"));

  @Override
  public List<Finding> check(InputObject role, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    for (RoleEntry entry : BuiltInRoles.isLeftOut(role, context.parameter("builtin"))
        ? List.<RoleEntry>of()
        : RoleEntry.of(role)) {
      if (canMakePods(entry)) {
        findings.add(Finding.at(
            role,
            entry.path(),
            "whoever has this role may run pods, with any Secret and account of their namespace"));
      }
    }
    return findings;
  }

  private static boolean canMakePods(RoleEntry entry) {
    // What a Pod or a Job runs is settled when it is made.
    boolean pods = (entry.isAbout("", "pods") || entry.isAbout("batch", "jobs"))
        && entry.allowsAny(List.of("create"));
    boolean templates = entry.allowsAny(List.of("create", "patch", "update"))
        && TEMPLATES.entrySet().stream()
            .anyMatch(group -> group.getValue().stream()
                .anyMatch(resource -> entry.isAbout(group.getKey(), resource)));
    return pods || templates;
  }
}
