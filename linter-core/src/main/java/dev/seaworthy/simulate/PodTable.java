package dev.seaworthy.simulate;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The pods as {@code kubectl get pods -o wide} prints them; with a column for the namespace where
 * there are several, as {@code -A} does.
 */
public final class PodTable {

  private static final int GAP = 3;
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

  public static String of(ClusterView view, Instant now) {
    List<Resource> pods = new ArrayList<>(view.list(Kinds.POD));
    pods.sort(Comparator.comparing(Resource::namespace).thenComparing(Resource::name));
    if (pods.isEmpty()) {
      return "No resources found\n";
    }
    boolean several = pods.stream().map(Resource::namespace).distinct().count() > 1;
    List<List<String>> rows = new ArrayList<>();
    rows.add(withNamespace(several, "NAMESPACE", HEADER));
    pods.forEach(pod -> rows.add(withNamespace(several, pod.namespace(), row(pod, now))));
    return text(rows);
  }

  private static List<String> withNamespace(boolean several, String namespace, List<String> row) {
    List<String> cells = new ArrayList<>(row);
    if (several) {
      cells.add(0, namespace);
    }
    return cells;
  }

  private static String text(List<List<String>> rows) {
    int columns = rows.get(0).size();
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        text.append(cell);
        if (i < columns - 1) {
          text.append(" ".repeat(width(rows, i) + GAP - cell.length()));
        }
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private static List<String> row(Resource resource, Instant now) {
    Pod pod = new Pod(resource);
    long ready =
        pod.containerStatuses().stream().filter(s -> s.get("ready").isTrue()).count();
    return List.of(
        pod.name(),
        ready + "/" + resource.at("spec", "containers").size(),
        status(resource),
        Long.toString(pod.restarts()),
        age(Duration.between(pod.created(), now)),
        orNone(resource.at("status", "podIP").text()),
        orNone(resource.at("spec", "nodeName").text()),
        orNone(resource.at("status", "nominatedNodeName").text()),
        gates(resource));
  }

  private static String orNone(String text) {
    return text.isEmpty() ? NONE : text;
  }

  /** The most telling word: why it stops, why a container waits or ended, else the phase. */
  private static String status(Resource resource) {
    Pod pod = new Pod(resource);
    if (Meta.isBeingDeleted(resource)) {
      return "Terminating";
    }
    String reason = resource.at("status", "reason").text();
    String status = reason.isEmpty() ? phase(resource, pod) : reason;
    for (Node container : pod.containerStatuses()) {
      String waiting = container.at("state", "waiting", "reason").text();
      String ended = container.at("state", "terminated", "reason").text();
      status = !waiting.isEmpty() ? waiting : !ended.isEmpty() ? ended : status;
    }
    return status;
  }

  private static String phase(Resource resource, Pod pod) {
    boolean isGated =
        Conditions.of(resource).get("PodScheduled").get("reason").text().equals("SchedulingGated");
    boolean isStarting = pod.phase().equals("Pending") && pod.nodeName().isPresent();
    return isGated ? "SchedulingGated" : isStarting ? "ContainerCreating" : pod.phase();
  }

  private static String gates(Resource resource) {
    List<Node> gates = resource.at("spec", "readinessGates").items();
    long passed = gates.stream()
        .filter(gate -> Conditions.of(resource).isTrue(gate.get("conditionType").text()))
        .count();
    return gates.isEmpty() ? NONE : passed + "/" + gates.size();
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
