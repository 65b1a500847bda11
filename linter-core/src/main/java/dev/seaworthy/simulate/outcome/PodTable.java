package dev.seaworthy.simulate.outcome;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pods as {@code kubectl get pods -o wide} prints them; with a column for the namespace where
 * there are several, as {@code -A} does.
 */
public final class PodTable {

  private static final String NONE = "<none>";
  private static final List<String> HEADER = List.of(
      "NAME",
      "READY",
      "STATUS",
      "RESTARTS",
      "AGE",
      "IP",
      "NODE",
      "NOMINATED NODE",
      "READINESS GATES");

  private PodTable() {}

  public static String of(List<PodState> pods) {
    if (pods.isEmpty()) {
      return "No resources found\n";
    }
    boolean several = pods.stream().map(PodState::namespace).distinct().count() > 1;
    List<List<String>> rows = new ArrayList<>();
    rows.add(withNamespace(several, "NAMESPACE", HEADER));
    pods.forEach(pod -> rows.add(withNamespace(several, pod.namespace(), row(pod))));
    return Table.of(rows);
  }

  private static List<String> withNamespace(boolean several, String namespace, List<String> row) {
    List<String> cells = new ArrayList<>(row);
    if (several) {
      cells.add(0, namespace);
    }
    return cells;
  }

  private static List<String> row(PodState pod) {
    return List.of(
        pod.name(),
        pod.readyContainers() + "/" + pod.lastingContainers(),
        pod.status(),
        Long.toString(pod.restarts()),
        age(pod.age()),
        orNone(pod.ip()),
        orNone(pod.node()),
        orNone(pod.nominatedNode()),
        gates(pod.readinessGates()));
  }

  private static String orNone(Optional<String> text) {
    return text.orElse(NONE);
  }

  private static String gates(List<PodState.Gate> gates) {
    long open = gates.stream().filter(PodState.Gate::open).count();
    return gates.isEmpty() ? NONE : open + "/" + gates.size();
  }

  /** As {@code kubectl} shortens times: {@code 45s}, {@code 3m20s}, {@code 15m}, {@code 2h5m}. */
  static String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return seconds + "s";
    }
    long minutes = seconds / 60;
    if (minutes < 10) {
      return minutes + "m" + (seconds % 60 == 0 ? "" : seconds % 60 + "s");
    }
    if (minutes < 180) {
      return minutes + "m";
    }
    long hours = minutes / 60;
    return hours < 8 && minutes % 60 > 0 ? hours + "h" + minutes % 60 + "m" : hours + "h";
  }
}
