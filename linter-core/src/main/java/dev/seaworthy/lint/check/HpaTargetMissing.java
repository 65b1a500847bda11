package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
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

  /** The fields that say what is scaled; an autoscaler may name other things, too. */
  private static final Set<String> TARGETS = Set.of("scaleTargetRef", "targetRef");

  private static final Set<String> BUILT_IN_GROUPS = Set.of("", "apps", "batch");

  @Override
  public List<Finding> check(InputObject autoscaler, RelationContext context) {
    return context.graph().referencesOf(autoscaler).stream()
        .filter(reference -> TARGETS.contains(parentOf(reference)))
        .flatMap(target -> check(target, context).stream())
        .toList();
  }

  private static String parentOf(Reference reference) {
    return reference.path().parent().map(FieldPath::lastStep).orElse("");
  }

  private static Optional<Finding> check(Reference target, RelationContext context) {
    if (target.from().kind().equals(HPA) && WITHOUT_SCALE.contains(target.kind())) {
      String message = "a " + target.kind().kind() + " has no number of replicas to set";
      return Optional.of(
          Finding.at(target.from(), target.path(), message).withSeverity(Severity.ERROR));
    }
    return isUnknownCustomKind(target, context)
        ? Optional.empty()
        : MissingTarget.check(target, context);
  }

  /** A custom kind of which the input has no object: nothing follows from that. */
  private static boolean isUnknownCustomKind(Reference target, RelationContext context) {
    return !BUILT_IN_GROUPS.contains(target.kind().group())
        && !context.graph().hasAny(target.kind());
  }
}
