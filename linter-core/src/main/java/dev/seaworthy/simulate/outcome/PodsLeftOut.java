package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.object.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Workloads that ask for more pods than are played one by one. */
final class PodsLeftOut implements ProblemFinder {

  private static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    if (scene.cluster().ownedPods().room() > 0) {
      return found;
    }
    Map<ObjectKey, Scene.Pods> groups = new HashMap<>();
    scene.pods().forEach(group -> groups.put(group.workload(), group));
    for (Resource workload : scene.workloads()) {
      Scene.Pods played = groups.get(ObjectKey.of(workload));
      List<Pod> pods = played == null ? List.of() : played.all();
      long desired = WorkloadState.of(workload).desired();
      if (desired > pods.size()) {
        found.add(tell(scene.origins().of(workload), desired, pods));
      }
    }
    return found;
  }

  private static Diagnostic tell(Origin origin, long desired, List<Pod> pods) {
    long placed = pods.stream().filter(pod -> pod.nodeName().isPresent()).count();
    // They are all alike: where one of them waits for room, those that come later do, too.
    String others = placed < pods.size()
        ? "they do not fit: %d have a node, the other %d wait".formatted(placed, desired - placed)
        : "what becomes of the other %d is not known".formatted(desired - pods.size());
    return origin
        .tell(
            OutcomeCodes.POD_LIMIT,
            Severity.ERROR,
            "%d pods are asked for, of which %d are played; %s"
                .formatted(desired, pods.size(), others),
            REPLICAS,
            "")
        .withRemedy("ask for fewer pods, or try it with more --nodes, and --max-pods");
  }
}
