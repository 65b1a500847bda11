package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.node.Pressure;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Controllers;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pods that nodes have ended because they ran short, and that others have taken the place of. */
final class EvictedPods implements ProblemFinder {

  private static final String REASON = "Evicted";

  /** Whether a node has ended a pod, and its controller makes another one for it. */
  static boolean isReplaced(Pod pod) {
    return pod.phase().equals("Failed")
        && pod.resource().at("status", "reason").text().equals(REASON)
        && pod.resource().controller().isPresent();
  }

  @Override
  public List<Diagnostic> find(Scene scene) {
    Map<ObjectKey, List<Resource>> evicted = new LinkedHashMap<>();
    for (Resource pod : scene.view().list(Kinds.POD)) {
      if (isReplaced(new Pod(pod))) {
        ObjectKey workload = ObjectKey.of(Controllers.topmost(pod, scene.view()));
        evicted.computeIfAbsent(workload, key -> new ArrayList<>()).add(pod);
      }
    }
    List<Diagnostic> found = new ArrayList<>();
    evicted.forEach((workload, pods) -> found.add(tell(workload, pods, scene)));
    return found;
  }

  private static Diagnostic tell(ObjectKey workload, List<Resource> pods, Scene scene) {
    Origin origin = scene.origins().of(Controllers.topmost(pods.get(0), scene.view()));
    String nodes = pods.stream()
        .map(pod -> pod.at("spec", "nodeName").text())
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
    String count = pods.size() == 1 ? "1 pod" : pods.size() + " pods";
    return origin
        .tell(
            OutcomeCodes.EVICTED,
            Severity.WARNING,
            "%s has lost %s to a shortage of %s on %s"
                .formatted(workload.name(), count, lacking(pods), nodes),
            field(origin),
            REASON)
        .withRemedy(remedy(pods));
  }

  private static Stream<Pressure> pressures(List<Resource> pods) {
    return pods.stream()
        .flatMap(pod -> Pressure.ofEviction(pod).stream())
        .distinct()
        .sorted();
  }

  private static String lacking(List<Resource> pods) {
    String words = pressures(pods).map(Pressure::words).collect(Collectors.joining(" and "));
    return words.isEmpty() ? "memory" : words;
  }

  /** Nobody can ask for processes. */
  private static String remedy(List<Resource> pods) {
    return pressures(pods).anyMatch(Pressure.PROCESSES::equals)
        ? "run fewer processes in a pod, or fewer of these pods on a node"
        : "ask for as much %s as the program uses, so that a node has room for it"
            .formatted(
                pressures(pods).anyMatch(Pressure.DISK::equals) ? "ephemeral-storage" : "memory");
  }

  private static FieldPath field(Origin origin) {
    return origin.containers().stream()
        .map(container -> container.child("resources"))
        .filter(resources -> origin.at(resources).isPresent())
        .findFirst()
        .orElse(origin.podSpec());
  }
}
