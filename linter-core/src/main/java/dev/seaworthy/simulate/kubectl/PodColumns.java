package dev.seaworthy.simulate.kubectl;

import static dev.seaworthy.simulate.kubectl.Column.at;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The wide table of pods. */
final class PodColumns {

  private PodColumns() {}

  static List<Column> all() {
    return List.of(
        new Column("READY", (pod, sight) -> ready(pod)),
        new Column("STATUS", (pod, sight) -> PodWord.of(new Pod(pod))),
        new Column("RESTARTS", (pod, sight) -> restarts(pod, sight.now())),
        Column.AGE,
        at("IP", Column.NONE, "status", "podIP"),
        at("NODE", Column.NONE, "spec", "nodeName"),
        at("NOMINATED NODE", Column.NONE, "status", "nominatedNodeName"),
        new Column("READINESS GATES", (pod, sight) -> gates(pod)));
  }

  /** The containers that are to run as long as the pod does. */
  private static Set<String> lasting(Resource pod) {
    Set<String> names = new HashSet<>();
    pod.at("spec", "containers").items().forEach(it -> names.add(it.get("name").text()));
    for (Node init : pod.at("spec", "initContainers").items()) {
      if (init.get("restartPolicy").text().equals("Always")) {
        names.add(init.get("name").text());
      }
    }
    return names;
  }

  private static List<Node> statuses(Resource pod) {
    Set<String> lasting = lasting(pod);
    List<Node> statuses = new ArrayList<>();
    for (String list : List.of("initContainerStatuses", "containerStatuses")) {
      for (Node status : pod.at("status", list).items()) {
        if (lasting.contains(status.get("name").text())) {
          statuses.add(status);
        }
      }
    }
    return statuses;
  }

  private static String ready(Resource pod) {
    long ready =
        statuses(pod).stream().filter(status -> status.get("ready").isTrue()).count();
    return ready + "/" + lasting(pod).size();
  }

  /** How often containers were started again, and how long ago the last one ended. */
  private static String restarts(Resource pod, Instant now) {
    List<Node> restarted = statuses(pod).stream()
        .filter(status -> status.get("restartCount").longOr(0) > 0)
        .toList();
    long count = restarted.stream()
        .mapToLong(status -> status.get("restartCount").longOr(0))
        .sum();
    String ago = restarted.stream()
        .map(status -> status.at("lastState", "terminated", "finishedAt").text())
        .filter(text -> !text.isEmpty())
        .map(VirtualClock::instant)
        .max(Comparator.naturalOrder())
        .map(end -> " (" + Ages.of(Duration.between(end, now)) + " ago)")
        .orElse("");
    return count + ago;
  }

  private static String gates(Resource pod) {
    List<Node> gates = pod.at("spec", "readinessGates").items();
    long open = gates.stream()
        .filter(gate -> Conditions.of(pod).isTrue(gate.get("conditionType").text()))
        .count();
    return gates.isEmpty() ? Column.NONE : open + "/" + gates.size();
  }
}
