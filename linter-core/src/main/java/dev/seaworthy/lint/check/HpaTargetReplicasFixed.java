package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;

/** Workloads whose number of pods is written, though an autoscaler sets it. */
final class HpaTargetReplicasFixed implements RelationCheck {

  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");
  private static final FieldPath TARGET = FieldPath.of("spec", "scaleTargetRef");

  @Override
  public List<Finding> check(InputObject workload, RelationContext context) {
    boolean accepted = context.texts("accept").stream()
        .anyMatch(pattern -> Wildcard.matches(pattern, workload.name()));
    // At 0 an autoscaler is switched off.
    if (accepted || workload.at(REPLICAS).longOr(0) == 0) {
      return List.of();
    }
    return context.graph().scaling().autoscalersOf(workload).stream()
        .findFirst()
        .map(scaler -> List.of(finding(workload, scaler)))
        .orElse(List.of());
  }

  private static Finding finding(InputObject workload, InputObject scaler) {
    return Finding.at(
            workload,
            REPLICAS,
            "each apply sets the number back that " + scaler.kind().kind() + " " + scaler.name()
                + " has found")
        .related(scaler, TARGET, "scales this");
  }
}
