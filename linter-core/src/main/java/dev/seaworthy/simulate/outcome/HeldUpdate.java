package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.controller.history.ControllerRevision;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;

/**
 * A StatefulSet whose pod of the former template is broken: under OrderedReady its controller waits for
 * that pod and never replaces it, so that a template that mends it does not get there. Kubernetes
 * documents it as a forced rollback.
 */
final class HeldUpdate {

  private static final FieldPath SPEC = FieldPath.of("spec");

  private HeldUpdate() {}

  static Optional<Diagnostic> of(Scene.Pods pods, Pod pod, Trouble trouble, ClusterView view) {
    return view.get(pods.workload())
        .filter(set -> isHeld(set, pod))
        .map(set -> tell(pods, pod, trouble));
  }

  private static boolean isHeld(Resource set, Pod pod) {
    String revision = set.at("status", "updateRevision").text();
    return set.groupKind().equals(Kinds.STATEFUL_SET)
        && !set.at("spec", "podManagementPolicy").text().equals("Parallel")
        && !set.at("spec", "updateStrategy", "type").text().equals("OnDelete")
        && set.at("spec", "updateStrategy", "rollingUpdate", "partition").longOr(0) == 0
        && !revision.isEmpty()
        && !revision.endsWith(
            pod.resource().labels().getOrDefault(ControllerRevision.HASH, revision));
  }

  private static Diagnostic tell(Scene.Pods pods, Pod pod, Trouble trouble) {
    String why = trouble.reason().isEmpty() ? "it is not ready" : trouble.reason();
    String message =
        "%s never gets its new template: %s is of the former one and broken (%s), and a StatefulSet"
            + " with OrderedReady waits for it instead of replacing it";
    return pods.origin()
        .tell(
            OutcomeCodes.HELD,
            Severity.ERROR,
            message.formatted(pods.workload().name(), pod.resource().name(), why),
            SPEC,
            trouble.reason())
        .withRemedy("delete the pod, which comes back with the new template: kubectl delete pod "
            + pod.resource().name());
  }
}
