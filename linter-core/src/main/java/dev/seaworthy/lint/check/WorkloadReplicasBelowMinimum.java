package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;

/** Workloads behind a Service that one lost node takes away, and what may scale them down to that. */
final class WorkloadReplicasBelowMinimum implements RelationCheck {

  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");
  private static final FieldPath MIN_REPLICAS = FieldPath.of("spec", "minReplicas");
  private static final FieldPath MIN_REPLICA_COUNT = FieldPath.of("spec", "minReplicaCount");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    return object.template().isPresent() ? ofWorkload(object, context) : ofScaler(object, context);
  }

  private static List<Finding> ofWorkload(InputObject workload, RelationContext context) {
    long replicas = workload.at(REPLICAS).longOr(1);
    if (replicas >= min(context)
        || !isJudged(workload, context)
        || !scalersOf(workload, context).isEmpty()) {
      return List.of();
    }
    return List.of(Finding.at(
        workload,
        REPLICAS,
        "behind a Service with " + replicas + " replica" + (replicas == 1 ? "" : "s")
            + ", must be at least " + min(context)));
  }

  private static List<Finding> ofScaler(InputObject scaler, RelationContext context) {
    ResourceGraph graph = context.graph();
    return graph.referencesOf(scaler).stream()
        .flatMap(target -> graph.find(target).stream())
        .filter(workload -> isJudged(workload, context))
        // Of several, the first decides.
        .filter(workload -> scalersOf(workload, context).stream()
            .findFirst()
            .filter(scaler::equals)
            .isPresent())
        .filter(workload -> graph.scaling().lowestReplicas(workload) < min(context))
        .map(workload -> finding(scaler, workload, context))
        .toList();
  }

  private static Finding finding(
      InputObject scaler, InputObject workload, RelationContext context) {
    boolean isScaledObject = scaler.kind().kind().equals("ScaledObject");
    return Finding.at(
            scaler,
            isScaledObject ? MIN_REPLICA_COUNT : MIN_REPLICAS,
            "may scale " + workload.name() + " down to "
                + context.graph().scaling().lowestReplicas(workload)
                + " behind a Service, must be at least " + min(context))
        .related(workload, FieldPath.of("metadata", "name"), "this workload");
  }

  private static long min(RelationContext context) {
    return context.parameter("min").longOr(2);
  }

  private static List<InputObject> scalersOf(InputObject workload, RelationContext context) {
    return context.parameter("countAutoscaler").booleanOr(true)
        ? context.graph().scaling().autoscalersOf(workload)
        : List.of();
  }

  private static boolean isJudged(InputObject workload, RelationContext context) {
    boolean leftOut = workload.kind().kind().equals("StatefulSet")
        && !context.parameter("statefulSets").isTrue();
    Optional<PodTemplate> template = workload.template();
    return !leftOut
        && template.isPresent()
        && workload.at(REPLICAS).longOr(1) != 0
        && isAsked(template.get(), context)
        && !isSingleOnPurpose(template.get(), context.graph());
  }

  private static boolean isAsked(PodTemplate template, RelationContext context) {
    return context.parameter("always").isTrue()
        || !context.graph().selecting().servicesOf(template).isEmpty();
  }

  /** Recreate with a claim that one pod at a time can mount: a second replica could not start. */
  private static boolean isSingleOnPurpose(PodTemplate template, ResourceGraph graph) {
    InputObject workload = template.owner();
    if (!workload.at(FieldPath.of("spec", "strategy", "type")).text().equals("Recreate")) {
      return false;
    }
    return !SingleWriterClaims.of(template, graph).isEmpty();
  }
}
