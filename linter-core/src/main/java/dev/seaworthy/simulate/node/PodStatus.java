package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The status that a kubelet reports for a pod: phase, conditions, addresses, containers. */
final class PodStatus {

  private PodStatus() {}

  static Resource in(Resource pod, PodRun run, VirtualClock clock) {
    String phase = phase(pod, run);
    Mapping status = pod.at("status") instanceof Mapping former ? former : Mapping.EMPTY;
    status = status
        .with("conditions", conditions(pod, run, phase, clock).toNode())
        .with("phase", Scalar.of(phase))
        .with("containerStatuses", containers(run));
    if (status.get("startTime").isAbsent()) {
      status = status.with("startTime", Scalar.of(clock.timestamp()));
    }
    PodRun.End end = run.end();
    if (end != null && !end.reason().isEmpty()) {
      status = status.with("reason", Scalar.of(end.reason()));
    }
    ContainerRuntime.Sandbox sandbox = run.sandbox();
    return pod.withAt(sandbox == null ? status : withAddress(status, sandbox.address()), "status");
  }

  private static Mapping withAddress(Mapping status, String address) {
    return status.get("podIP").text().equals(address)
        ? status
        : status
            .with("podIP", Scalar.of(address))
            .with("podIPs", Sequence.of(List.of(Mapping.of("ip", Scalar.of(address)))));
  }

  static String phase(Resource pod, PodRun run) {
    PodRun.End end = run.end();
    if (end != null) {
      return end.failed() ? "Failed" : "Succeeded";
    }
    boolean allEnded = true;
    boolean anyFailed = false;
    boolean anyBegan = false;
    for (PodRun.Member member : run.members()) {
      allEnded &= member.hasEnded();
      anyFailed |= member.hasFailed();
      anyBegan |= !(member.state instanceof ContainerState.Waiting) || member.restarts > 0;
    }
    if (allEnded && restarts(pod, anyFailed)) {
      return "Running";
    }
    if (allEnded) {
      return anyFailed ? "Failed" : "Succeeded";
    }
    return anyBegan ? "Running" : "Pending";
  }

  /** Whether containers that ended, with or without failure, are started again. */
  static boolean restarts(Resource pod, boolean failed) {
    String policy = pod.at("spec", "restartPolicy").stringOr("Always");
    return policy.equals("Always") || (policy.equals("OnFailure") && failed);
  }

  private static Conditions conditions(Resource pod, PodRun run, String phase, VirtualClock clock) {
    Conditions base = Conditions.of(pod)
        .with("PodReadyToStartContainers", "True", "", "", clock)
        .with("Initialized", "True", "", "", clock);
    if (phase.equals("Succeeded") || phase.equals("Failed")) {
      String reason = phase.equals("Succeeded") ? "PodCompleted" : "PodFailed";
      return base.with("Ready", "False", reason, "", clock)
          .with("ContainersReady", "False", reason, "", clock);
    }
    List<String> unready = new ArrayList<>();
    run.members().forEach(member -> {
      if (!member.ready) {
        unready.add(member.name);
      }
    });
    if (!unready.isEmpty()) {
      String message = "containers with unready status: [" + String.join(" ", unready) + "]";
      return base.with("Ready", "False", "ContainersNotReady", message, clock)
          .with("ContainersReady", "False", "ContainersNotReady", message, clock);
    }
    boolean open = pod.at("spec", "readinessGates").items().stream()
        .allMatch(gate -> base.isTrue(gate.get("conditionType").text()));
    return (open
            ? base.with("Ready", "True", "", "", clock)
            : base.with("Ready", "False", "ReadinessGatesNotReady", "", clock))
        .with("ContainersReady", "True", "", "", clock);
  }

  private static Sequence containers(PodRun run) {
    List<Node> statuses = new ArrayList<>();
    for (PodRun.Member member : run.members()) {
      Map<String, Node> status = new LinkedHashMap<>();
      status.put("name", Scalar.of(member.name));
      status.put("image", Scalar.of(member.image));
      status.put("ready", Scalar.of(member.ready));
      status.put("started", Scalar.of(member.state instanceof ContainerState.Running));
      status.put("restartCount", Scalar.of(member.restarts));
      status.put("state", member.state.toNode());
      statuses.add(Mapping.of(status));
    }
    return Sequence.of(statuses);
  }
}
