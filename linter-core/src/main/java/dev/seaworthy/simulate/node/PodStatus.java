package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.ResizedPod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The status that a kubelet reports for a pod: phase, conditions, addresses, containers. */
final class PodStatus {

  private PodStatus() {}

  static Resource in(Resource pod, PodRun run, VirtualClock clock) {
    PodPhase phase = PodPhase.of(run);
    Mapping status = pod.at("status") instanceof Mapping former ? former : Mapping.EMPTY;
    status = status
        .with("conditions", conditions(pod, run, phase, clock))
        .with("phase", Scalar.of(phase.word()))
        .with("containerStatuses", containers(run.mains(), ResizedPod.mayBe(pod)));
    if (!run.inits().isEmpty()) {
      status = status.with("initContainerStatuses", containers(run.inits(), ResizedPod.mayBe(pod)));
    }
    if (!run.ephemeral().isEmpty()) {
      status = status.with("ephemeralContainerStatuses", containers(run.ephemeral(), false));
    }
    if (status.get("startTime").isAbsent()) {
      status = status.with("startTime", Scalar.of(clock.timestamp()));
    }
    ContainerRuntime.Sandbox sandbox = run.sandbox();
    status = sandbox == null ? status : withAddress(status, sandbox);
    return pod.withAt(withEnd(status, run), "status");
  }

  private static Node conditions(Resource pod, PodRun run, PodPhase phase, VirtualClock clock) {
    Conditions conditions = PodConditions.of(pod, run, phase, clock);
    return ResizedPod.mayBe(pod) && !phase.isFinal()
        ? run.resize().in(conditions, clock).toNode()
        : conditions.toNode();
  }

  private static Mapping withEnd(Mapping status, PodRun run) {
    PodRun.End end = run.end();
    if (end == null || end.reason().isEmpty()) {
      return status;
    }
    Mapping told = status.with("reason", Scalar.of(end.reason()));
    return end.message().isEmpty() ? told : told.with("message", Scalar.of(end.message()));
  }

  private static Mapping withAddress(Mapping status, ContainerRuntime.Sandbox sandbox) {
    String address = sandbox.address();
    return status.get("podIP").text().equals(address)
        ? status
        : status
            .with("hostIP", Scalar.of(sandbox.nodeAddress()))
            .with("podIP", Scalar.of(address))
            .with("podIPs", Sequence.of(List.of(Mapping.of("ip", Scalar.of(address)))));
  }

  /** What containers have is told of a pod only that was changed: of others it is what they ask for. */
  private static Sequence containers(List<ContainerRun> runs, boolean withResources) {
    List<Node> statuses = new ArrayList<>(runs.size());
    for (ContainerRun run : runs) {
      statuses.add(container(run, withResources));
    }
    return Sequence.of(statuses);
  }

  private static Mapping container(ContainerRun run, boolean withResources) {
    Map<String, Node> status = new LinkedHashMap<>();
    status.put("name", Scalar.of(run.name));
    status.put("image", Scalar.of(run.image));
    status.put("ready", Scalar.of(isReady(run)));
    status.put("started", Scalar.of(run.isRunning() && run.started));
    status.put("restartCount", Scalar.of(run.restarts));
    status.put("state", run.state.toNode());
    if (withResources) {
      tellResources(run, status);
    }
    if (run.lastEnd != null) {
      status.put("lastState", run.lastEnd.toNode());
    }
    return Mapping.of(status);
  }

  private static void tellResources(ContainerRun run, Map<String, Node> status) {
    Node requests = run.allocated.get("requests");
    if (requests.isPresent()) {
      status.put("allocatedResources", requests);
    }
    status.put("resources", run.actual);
  }

  /** An init container counts as ready when it has done its work. */
  private static boolean isReady(ContainerRun run) {
    return run.role == ContainerRun.Role.INIT ? run.letsOthersStart() : run.ready;
  }
}
