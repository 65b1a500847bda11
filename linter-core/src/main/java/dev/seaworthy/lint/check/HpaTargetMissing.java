package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.lint.ClosedWorld.Missing;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Autoscalers whose target is not there, or is of a kind that cannot be scaled. */
final class HpaTargetMissing implements RelationCheck {

  private static final GroupKind HPA = GroupKind.of("autoscaling", "HorizontalPodAutoscaler");

  private static final Set<GroupKind> WITHOUT_SCALE = Set.of(
      GroupKind.of("", "Pod"),
      GroupKind.of("apps", "DaemonSet"),
      GroupKind.of("batch", "Job"),
      GroupKind.of("batch", "CronJob"));

  private static final Set<String> BUILT_IN_GROUPS = Set.of("", "apps", "batch");

  @Override
  public List<Finding> check(InputObject autoscaler, RelationContext context) {
    return context.graph().referencesOf(autoscaler).stream()
        .flatMap(target -> check(target, context).stream())
        .toList();
  }

  private static Optional<Finding> check(Reference target, RelationContext context) {
    if (target.from().kind().equals(HPA) && WITHOUT_SCALE.contains(target.kind())) {
      String message = "a " + target.kind().kind() + " has no number of replicas to set";
      return Optional.of(
          Finding.at(target.from(), target.path(), message).withSeverity(Severity.ERROR));
    }
    return isUnknownCustomKind(target, context)
        ? Optional.empty()
        : context.world().missing(target).map(missing -> missing(target, missing, context));
  }

  /** A custom kind of which the input has no object: nothing follows from that. */
  private static boolean isUnknownCustomKind(Reference target, RelationContext context) {
    return !BUILT_IN_GROUPS.contains(target.kind().group())
        && !context.graph().hasAny(target.kind());
  }

  private static Finding missing(Reference target, Missing missing, RelationContext context) {
    String near = missing.near().map(miss -> "; there is " + miss.text()).orElse("");
    Finding finding = Finding.at(
        target.from(),
        target.path(),
        "no " + target.kind().kind() + " '" + target.name() + "' is in the input" + near);
    return missing
        .near()
        .flatMap(miss -> context.graph().find(miss.key()).stream().findFirst())
        .map(other -> finding.related(other, FieldPath.of("metadata", "name"), "this one is there"))
        .orElse(finding);
  }
}
