package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.format.IntOrPercent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Workloads of which several pods want a volume that one at a time can write to. */
final class WorkloadSharedClaim implements RelationCheck {

  private static final FieldPath STRATEGY = FieldPath.of("spec", "strategy");

  /** Why there is more than one pod at a time. */
  private record Several(String words, Optional<Severity> severity) {}

  @Override
  public List<Finding> check(InputObject workload, RelationContext context) {
    Optional<PodTemplate> template = workload.template();
    Optional<Several> several = several(workload, context);
    if (template.isEmpty() || several.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (SingleWriterClaims.Used used : SingleWriterClaims.of(template.get(), context.graph())) {
      findings.add(finding(workload, used, several.get()));
    }
    return findings;
  }

  private static Optional<Several> several(InputObject workload, RelationContext context) {
    return switch (workload.kind().kind()) {
      case "DaemonSet" -> Optional.of(new Several("a pod on each node wants it", Optional.empty()));
      case "Job" -> counted(workload.resource().at("spec", "parallelism").longOr(1));
      default ->
        counted(context.graph().scaling().highestReplicas(workload)).or(() -> surging(workload));
    };
  }

  private static Optional<Several> counted(long pods) {
    return pods > 1
        ? Optional.of(new Several(pods + " pods want it", Optional.empty()))
        : Optional.empty();
  }

  /** During a rollout the new pod waits for the volume while the old one waits for the new pod. */
  private static Optional<Several> surging(InputObject workload) {
    boolean rolls = workload.kind().kind().equals("Deployment")
        && workload.at(STRATEGY.child("type")).stringOr("RollingUpdate").equals("RollingUpdate")
        && workload.resource().at("spec", "replicas").longOr(1) > 0;
    Node surge = workload.at(STRATEGY.child("rollingUpdate").child("maxSurge"));
    return rolls && (surge.isAbsent() || IntOrPercent.of(surge).value() > 0)
        ? Optional.of(new Several(
            "the new pod of a rollout wants it while the old one has it",
            Optional.of(Severity.INFO)))
        : Optional.empty();
  }

  private static Finding finding(
      InputObject workload, SingleWriterClaims.Used used, Several several) {
    String who = used.isOfOnePod() ? "one pod" : "pods of one node";
    Finding finding = Finding.at(
            workload,
            used.place(),
            "only " + who + " can mount this volume, and " + several.words())
        .related(used.claim(), used.modes(), "how it can be mounted");
    return several.severity().map(finding::withSeverity).orElse(finding);
  }
}
