package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Controllers;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pods that disruption budgets did not let go when they were asked to: told at the budget. */
record KeptPods(Scene scene, Location step) {

  private static final FieldPath SPEC = FieldPath.of("spec");

  /** A problem for each budget that keeps some of {@code pods}. */
  List<Diagnostic> tell(List<Resource> pods) {
    Map<Resource, List<Resource>> kept = new LinkedHashMap<>();
    for (Resource pod : pods) {
      scene.view().selecting(Kinds.POD_DISRUPTION_BUDGET, pod.namespace(), pod.labels()).stream()
          .limit(1)
          .forEach(
              budget -> kept.computeIfAbsent(budget, one -> new ArrayList<>()).add(pod));
    }
    List<Diagnostic> told = new ArrayList<>();
    kept.forEach((budget, all) -> told.add(tell(budget, all)));
    return told;
  }

  private Diagnostic tell(Resource budget, List<Resource> kept) {
    Node status = budget.at("status");
    long needed = status.get("desiredHealthy").longOr(0);
    long healthy = status.get("currentHealthy").longOr(0);
    String pod = "pod " + kept.get(0).name();
    String who =
        kept.size() == 1 ? pod : kept.size() + " pods, such as " + kept.get(0).name() + ",";
    String message =
        "PodDisruptionBudget %s does not let %s go: it needs %d healthy pods and has %d"
            .formatted(budget.name(), who, needed, healthy);
    Origin origin = scene.origins().of(budget);
    Diagnostic diagnostic = origin.isKnown()
        ? origin.tell(OutcomeCodes.STEP_FAILED, Severity.ERROR, message, SPEC, "DisruptionBudget")
        : Diagnostic.of(OutcomeCodes.STEP_FAILED, Severity.ERROR, message, step);
    return diagnostic.withRemedy(remedy(needed, status, kept.get(0)));
  }

  private String remedy(long needed, Node status, Resource pod) {
    boolean canNeverSpare = needed >= status.get("expectedPods").longOr(0);
    String owner = Controllers.topmost(pod, scene.view()).name();
    return canNeverSpare
        ? "let it spare one, as with maxUnavailable: 1, or run more pods of " + owner
        : "it spares one as soon as more of its pods are healthy";
  }
}
