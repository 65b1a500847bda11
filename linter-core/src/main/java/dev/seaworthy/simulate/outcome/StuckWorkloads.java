package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rollouts that do not get to their end, and pods that a workload could not make. */
final class StuckWorkloads implements ProblemFinder {

  private static final FieldPath REPLICAS_FIELD = FieldPath.of("spec", "replicas");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Resource deployment : scene.view().list(Kinds.DEPLOYMENT)) {
      // That its pods are refused says more than that they are not there.
      boolean isRefused = Conditions.of(deployment).isTrue("ReplicaFailure");
      if (!Meta.isBeingDeleted(deployment) && !isRefused) {
        incomplete(deployment, scene).ifPresent(found::add);
      }
    }
    for (Resource workload : scene.workloads()) {
      refused(workload, scene.origins().of(workload)).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Diagnostic> incomplete(Resource deployment, Scene scene) {
    WorkloadState state = WorkloadState.of(deployment);
    if (state.updated() >= state.desired() && state.available() >= state.desired()) {
      return Optional.empty();
    }
    Origin origin = scene.origins().of(deployment);
    if (deployment.at("spec", "paused").isTrue()) {
      FieldPath paused = FieldPath.of("spec", "paused");
      return Optional.of(origin.tell(
          OutcomeCodes.STUCK,
          Severity.INFO,
          "the rollout of " + state.name() + " is paused",
          paused,
          "DeploymentPaused"));
    }
    Node progressing = Conditions.of(deployment).get("Progressing");
    boolean isLate = progressing.get("status").text().equals("False");
    // Before the deadline the pods' own troubles are told, and say more.
    return !isLate && scene.hasUnreadyPods(deployment)
        ? Optional.empty()
        : Optional.of(tell(origin, state, isLate, progressing.get("reason").text()));
  }

  private static Diagnostic tell(
      Origin origin, WorkloadState state, boolean isLate, String reason) {
    String message = "the rollout of %s is not complete: of %d pods %d are updated, %d available%s"
        .formatted(
            state.name(),
            state.desired(),
            state.updated(),
            state.available(),
            isLate ? "; its progress deadline has passed" : "");
    return origin.tell(OutcomeCodes.STUCK, Severity.ERROR, message, REPLICAS_FIELD, reason);
  }

  private static Optional<Diagnostic> refused(Resource workload, Origin origin) {
    Node failure = Conditions.of(workload).get("ReplicaFailure");
    return failure.get("status").text().equals("True")
        ? Optional.of(origin.tell(
            OutcomeCodes.REPLICAS_REFUSED,
            Severity.ERROR,
            workload.name() + " is short of pods: the API server refuses them: "
                + failure.get("message").text(),
            REPLICAS_FIELD,
            failure.get("reason").text()))
        : Optional.empty();
  }
}
