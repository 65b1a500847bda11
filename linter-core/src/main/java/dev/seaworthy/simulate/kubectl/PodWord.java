package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import java.util.List;

/** The most telling word on a pod, in the column STATUS of {@code kubectl get pods}. */
public final class PodWord {

  private PodWord() {}

  public static String of(Pod pod) {
    if (pod.isBeingDeleted() && !pod.isFinished()) {
      return "Terminating";
    }
    String initializing = ofInits(pod);
    return initializing.isEmpty() ? ofContainers(pod) : initializing;
  }

  /** What the first init container says that has not done its work; empty if all have. */
  private static String ofInits(Pod pod) {
    List<Node> inits = pod.resource().at("spec", "initContainers").items();
    if (inits.isEmpty() || Conditions.of(pod.resource()).isTrue("Initialized")) {
      return "";
    }
    List<Node> statuses = pod.resource().at("status", "initContainerStatuses").items();
    for (int i = 0; i < statuses.size(); i++) {
      Node status = statuses.get(i);
      boolean isSidecar = inits.get(i).get("restartPolicy").text().equals("Always");
      boolean isDone = isSidecar
          ? status.get("started").isTrue()
          : status.at("state", "terminated", "exitCode").longOr(1) == 0;
      if (!isDone) {
        return "Init:" + wordOf(status, i + "/" + inits.size());
      }
    }
    return "";
  }

  private static String wordOf(Node status, String otherwise) {
    String waiting = status.at("state", "waiting", "reason").text();
    String ended = status.at("state", "terminated", "reason").text();
    boolean isTelling = !waiting.isEmpty()
        && !waiting.equals("PodInitializing")
        && !waiting.equals("ContainerCreating");
    return isTelling ? waiting : ended.isEmpty() ? otherwise : ended;
  }

  private static String ofContainers(Pod pod) {
    String reason = pod.resource().at("status", "reason").text();
    String word = reason.isEmpty() ? phase(pod) : reason;
    boolean anyRuns = false;
    // The first container has the last word.
    List<Node> statuses = pod.containerStatuses();
    for (int i = statuses.size() - 1; i >= 0; i--) {
      Node state = statuses.get(i).get("state");
      String waiting = state.at("waiting", "reason").text();
      String ended = state.at("terminated", "reason").text();
      word = !waiting.isEmpty() ? waiting : !ended.isEmpty() ? ended : word;
      anyRuns |=
          state.get("running").isPresent() && statuses.get(i).get("ready").isTrue();
    }
    return word.equals("Completed") && anyRuns ? pod.isReady() ? "Running" : "NotReady" : word;
  }

  private static String phase(Pod pod) {
    Node scheduled = Conditions.of(pod.resource()).get("PodScheduled");
    boolean isGated = scheduled.get("reason").text().equals("SchedulingGated");
    boolean isStarting = pod.phase().equals("Pending") && pod.nodeName().isPresent();
    return isGated ? "SchedulingGated" : isStarting ? "ContainerCreating" : pod.phase();
  }
}
