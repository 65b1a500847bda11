package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.ResizedPod;
import dev.seaworthy.simulate.store.Controllers;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pods that were to get more or less, and have not: told once for the pods of a workload. */
final class PendingResizes implements ProblemFinder {

  @Override
  public List<Diagnostic> find(Scene scene) {
    Map<ObjectKey, List<Resource>> waiting = new LinkedHashMap<>();
    for (Resource pod : scene.view().list(Kinds.POD)) {
      if (ResizedPod.mayBe(pod) && new Pod(pod).isRunning() && why(pod).isPresent()) {
        ObjectKey workload = ObjectKey.of(Controllers.topmost(pod, scene.view()));
        waiting.computeIfAbsent(workload, key -> new ArrayList<>()).add(pod);
      }
    }
    List<Diagnostic> found = new ArrayList<>();
    waiting.forEach((workload, pods) -> found.add(tell(workload, pods, scene)));
    return found;
  }

  /** The condition that tells of it: that it waits, or that the node tries in vain. */
  private static Node why(Resource pod) {
    Conditions conditions = Conditions.of(pod);
    Node pending = conditions.get(ResizedPod.PENDING);
    return pending.isPresent() ? pending : conditions.get(ResizedPod.IN_PROGRESS);
  }

  private static Diagnostic tell(ObjectKey workload, List<Resource> pods, Scene scene) {
    Origin origin = scene.origins().of(Controllers.topmost(pods.get(0), scene.view()));
    Node why = why(pods.get(0));
    String count = pods.size() == 1 ? "1 pod" : pods.size() + " pods";
    return origin
        .tell(
            OutcomeCodes.RESIZE_PENDING,
            Severity.WARNING,
            "%s has %s not resized: %s"
                .formatted(workload.name(), count, why.get("message").text()),
            origin.podSpec(),
            why.get("reason").text())
        .withRemedy("make room on the node, or ask for what it has left");
  }
}
