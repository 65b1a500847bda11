package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;

/** Roles that no binding of the input gives to anybody. */
final class RbacRoleUnused implements RelationCheck {

  /** In Kubernetes' own group, and in those of programs that gather roles for themselves. */
  private static final String AGGREGATE = "/aggregate-to-";

  /** How tools name roles that they write for people beside a definition, and for their monitoring. */
  private static final List<String> HELPERS = List.of(
      "metrics-reader",
      "-viewer-role",
      "-editor-role",
      "-admin-role",
      "-view",
      "-edit",
      "-admin",
      "-viewer",
      "-editor");

  @Override
  public List<Finding> check(InputObject role, RelationContext context) {
    boolean collected = role.at(FieldPath.of("aggregationRule")).isPresent()
        || role.resource().labels().keySet().stream().anyMatch(key -> key.contains(AGGREGATE))
        || SwitchLabel.isAt(role.resource())
        || EffectiveRoles.isAggregated(role, context.graph());
    boolean helper = HELPERS.stream().anyMatch(role.name()::endsWith);
    boolean used = !context.graph().bindingsOf(context.graph().keyOf(role)).isEmpty();
    boolean elsewhere = NamesElsewhere.in(context.graph()).names().contains(role.name());
    return collected || helper || used || elsewhere || BuiltInRoles.isLeftOut(role, Absent.INSTANCE)
        ? List.of()
        : List.of(Finding.at(
            role, FieldPath.of("metadata", "name"), "no binding of the input gives this role"));
  }
}
