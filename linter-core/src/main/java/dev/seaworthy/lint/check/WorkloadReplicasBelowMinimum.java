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

/** Workloads behind a Service that one lost node takes away. */
final class WorkloadReplicasBelowMinimum implements RelationCheck {

  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");
  private static final FieldPath MIN_REPLICAS = FieldPath.of("spec", "minReplicas");

  @Override
  public List<Finding> check(InputObject workload, RelationContext context) {
    boolean leftOut = workload.kind().kind().equals("StatefulSet")
        && !context.parameter("statefulSets").isTrue();
    Optional<PodTemplate> template = workload.template();
    if (leftOut
        || template.isEmpty()
        || workload.at(REPLICAS).longOr(1) == 0
        || !isAsked(template.get(), context)
        || isSingleOnPurpose(template.get(), context.graph())) {
      return List.of();
    }
    return belowMinimum(workload, context);
  }

  private static boolean isAsked(PodTemplate template, RelationContext context) {
    return context.parameter("always").isTrue()
        || !context.graph().servicesOf(template).isEmpty();
  }

  /** Recreate with a claim that one pod at a time can mount: a second replica could not start. */
  private static boolean isSingleOnPurpose(PodTemplate template, ResourceGraph graph) {
    InputObject workload = template.owner();
    if (!workload.at(FieldPath.of("spec", "strategy", "type")).text().equals("Recreate")) {
      return false;
    }
    return !SingleWriterClaims.of(template, graph).isEmpty();
  }

  private static List<Finding> belowMinimum(InputObject workload, RelationContext context) {
    long min = context.parameter("min").longOr(2);
    List<InputObject> autoscalers = context.parameter("countAutoscaler").booleanOr(true)
        ? context.graph().autoscalersOf(workload)
        : List.of();
    if (autoscalers.isEmpty()) {
      long replicas = workload.at(REPLICAS).longOr(1);
      return replicas >= min
          ? List.of()
          : List.of(Finding.at(
              workload,
              REPLICAS,
              "behind a Service with " + replicas + " replica" + (replicas == 1 ? "" : "s")
                  + ", must be at least " + min));
    }
    long lowest = context.graph().lowestReplicas(workload);
    InputObject autoscaler = autoscalers.get(0);
    return lowest >= min
        ? List.of()
        : List.of(Finding.at(
                autoscaler,
                autoscaler.kind().kind().equals("ScaledObject")
                    ? FieldPath.of("spec", "minReplicaCount")
                    : MIN_REPLICAS,
                "may scale " + workload.name() + " down to " + lowest
                    + " behind a Service, must be at least " + min)
            .related(workload, FieldPath.of("metadata", "name"), "this workload"));
  }
}
