package dev.seaworthy.simulate.outcome;

import dev.seaworthy.simulate.kubectl.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many pods, a line a workload. */
final class PodSummary {

  private static final int SCREEN = 40;

  /** So many nodes are named. */
  private static final int NODES = 4;

  private PodSummary() {}

  /** Whether one by one they would not fit on a screen. */
  static boolean isLong(List<PodState> pods) {
    return pods.size() > SCREEN;
  }

  static String of(List<PodState> pods) {
    Map<List<String>, List<PodState>> byOwner = new LinkedHashMap<>();
    pods.forEach(pod -> byOwner
        .computeIfAbsent(List.of(pod.namespace(), owner(pod)), key -> new ArrayList<>())
        .add(pod));
    boolean isManyOwners = byOwner.size() > SCREEN;
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAMESPACE", "OWNER", "READY", "STATUS", "NODES"));
    byOwner.forEach((owner, all) -> {
      if (!isManyOwners || rows.size() <= SCREEN && !isWell(all)) {
        rows.add(row(owner, all));
      }
    });
    int more = byOwner.size() - rows.size() + 1;
    return (rows.size() > 1 ? Table.of(rows) + "\n" : "")
        + (more > 0 ? more + " workloads" + (rows.size() > 1 ? " more" : "") + "; " : "")
        + pods.size()
        + " pods; --get pods lists them\n";
  }

  /** Of many workloads those are told whose pods are not all ready or done. */
  private static boolean isWell(List<PodState> pods) {
    return pods.stream().allMatch(pod -> pod.ready() || pod.phase().equals("Succeeded"));
  }

  private static String owner(PodState pod) {
    return pod.owner().map(owner -> Causes.name(owner.kind(), owner.name())).orElse("no owner");
  }

  private static List<String> row(List<String> owner, List<PodState> pods) {
    long ready = pods.stream().filter(PodState::ready).count();
    return List.of(
        owner.get(0),
        owner.get(1),
        ready + "/" + pods.size(),
        counts(pods, PodState::status),
        nodes(pods));
  }

  private static String nodes(List<PodState> pods) {
    List<PodState> placed = pods.stream().filter(pod -> pod.node().isPresent()).toList();
    long nodes = placed.stream().map(PodState::node).distinct().count();
    return nodes > NODES
        ? placed.size() + " on " + nodes + " nodes"
        : counts(placed, pod -> "on " + pod.node().orElse(""));
  }

  private static String counts(List<PodState> pods, Function<PodState, String> word) {
    Map<String, Integer> counts = new TreeMap<>();
    pods.forEach(pod -> counts.merge(word.apply(pod), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", "));
  }
}
