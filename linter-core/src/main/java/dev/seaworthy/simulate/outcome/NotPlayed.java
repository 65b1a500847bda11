package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a real cluster would act on and this one does not: said, so that nobody believes too much. */
final class NotPlayed implements ProblemFinder {

  /** Kinds whose objects a real cluster acts on by itself; all others only wait to be read. */
  private static final Set<String> ACTING = Set.of(
      "StatefulSet.apps",
      "DaemonSet.apps",
      "Job.batch",
      "CronJob.batch",
      "HorizontalPodAutoscaler.autoscaling",
      "PodDisruptionBudget.policy",
      "PersistentVolumeClaim",
      "Service",
      "Ingress.networking.k8s.io");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (InputObject manifest : scene.origins().all()) {
      Resource object = manifest.resource();
      GroupKind kind = object.groupKind();
      if (!scene.cluster().plays(kind) && ACTING.contains(kind.toString())) {
        found.add(Origin.in(manifest)
            .tell(
                OutcomeCodes.NOT_PLAYED,
                Severity.INFO,
                object + " is taken, but not played: nothing acts on it here"));
      }
    }
    return found;
  }
}
