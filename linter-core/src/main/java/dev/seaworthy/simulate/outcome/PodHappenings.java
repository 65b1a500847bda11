package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Pod;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a version of an object says that is worth telling when it changes; empty for nothing. */
final class PodHappenings {

  private static final String RUNNING = "Running";

  private PodHappenings() {}

  static String phase(Resource pod) {
    String phase = new Pod(pod).phase();
    if (!phase.equals(RUNNING)) {
      return phase.equals("Pending") ? "" : phase;
    }
    return RUNNING
        + " on "
        + pod.at("spec", "nodeName").text()
        + ", "
        + pod.at("status", "podIP").text();
  }

  /** A phase without the place. */
  static String gist(String phase) {
    return phase.startsWith(RUNNING) ? RUNNING : phase;
  }

  /** Why a pod has failed. */
  static String why(Resource pod) {
    if (!new Pod(pod).phase().equals("Failed")) {
      return "";
    }
    Node status = pod.at("status");
    return status.get("reason").isPresent()
        ? status.get("reason").text()
            + (status.get("reason").text().equals("Evicted")
                ? ": " + status.get("message").text()
                : "")
        : Trouble.of(new Pod(pod), "").words();
  }

  /** Why a container waits: its image can't be pulled, or it has crashed too often. */
  static String trouble(Resource pod) {
    for (Node status : new Pod(pod).containerStatuses()) {
      String reason = status.at("state", "waiting", "reason").text();
      if (!reason.isEmpty()) {
        return "container " + status.get("name").text() + " waits: " + reason;
      }
    }
    return "";
  }

  /** How often containers were started again, and why the last time. */
  static String restart(Resource pod) {
    for (String list : java.util.List.of("initContainerStatuses", "containerStatuses")) {
      for (Node status : pod.at("status", list).items()) {
        long restarts = status.get("restartCount").longOr(0);
        if (restarts > 0 && status.at("state", "running").isPresent()) {
          return "container %s started again, for the %s time%s"
              .formatted(status.get("name").text(), ordinal(restarts), end(status));
        }
      }
    }
    return "";
  }

  private static String ordinal(long number) {
    return switch ((int) Math.min(number, 4)) {
      case 1 -> "first";
      case 2 -> "second";
      case 3 -> "third";
      default -> number + "th";
    };
  }

  private static String end(Node status) {
    Node ended = status.at("lastState", "terminated");
    String message = ended.get("message").text();
    return ended.isAbsent()
        ? ""
        : ": it had ended with exit code " + ended.get("exitCode").longOr(0)
            + (message.isEmpty() ? "" : " (" + message + ")");
  }

  /** {@code app=debug, tier=<none>}: what labels say now that they did not. */
  static String changed(Map<String, String> before, Map<String, String> now) {
    Map<String, String> changes = new TreeMap<>(now);
    before.keySet().forEach(key -> changes.putIfAbsent(key, "<none>"));
    changes.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    return changes.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The taints of a node that drive pods away. */
  static String evictingTaints(Resource node) {
    return node.at("spec", "taints").items().stream()
        .filter(taint -> taint.get("effect").text().equals("NoExecute"))
        .map(taint -> taint.get("key").text() + ":NoExecute")
        .collect(Collectors.joining(", "));
  }
}
