package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import java.util.ArrayList;
import java.util.List;

/** The conditions of a pod that its kubelet answers for, in a kubelet's words. */
final class PodConditions {

  private final PodRun run;
  private final VirtualClock clock;

  private PodConditions(PodRun run, VirtualClock clock) {
    this.run = run;
    this.clock = clock;
  }

  static Conditions of(Resource pod, PodRun run, PodPhase phase, VirtualClock clock) {
    return new PodConditions(run, clock).of(pod, phase);
  }

  private Conditions of(Resource pod, PodPhase phase) {
    boolean hasNetwork = run.sandbox() != null && !phase.isFinal();
    Conditions base = Conditions.of(pod)
        .with("PodReadyToStartContainers", hasNetwork ? "True" : "False", "", "", clock);
    base = initialized(base, phase);
    if (phase.isFinal()) {
      String reason = phase == PodPhase.SUCCEEDED ? "PodCompleted" : "PodFailed";
      return unready(base, reason, "");
    }
    List<String> unready = names(unreadyOf(run));
    if (!unready.isEmpty()) {
      return unready(
          base, "ContainersNotReady", "containers with unready status: " + listed(unready));
    }
    boolean open = allGatesOpen(pod, base);
    return (open
            ? base.with("Ready", "True", "", "", clock)
            : base.with("Ready", "False", "ReadinessGatesNotReady", "", clock))
        .with("ContainersReady", "True", "", "", clock);
  }

  private Conditions initialized(Conditions base, PodPhase phase) {
    if (phase == PodPhase.SUCCEEDED) {
      return base.with("Initialized", "True", "PodCompleted", "", clock);
    }
    if (run.isInitialized()) {
      return base.with("Initialized", "True", "", "", clock);
    }
    List<String> incomplete =
        names(run.inits().stream().filter(init -> !init.letsOthersStart()).toList());
    return base.with(
        "Initialized",
        "False",
        "ContainersNotInitialized",
        "containers with incomplete status: " + listed(incomplete),
        clock);
  }

  private Conditions unready(Conditions base, String reason, String message) {
    return base.with("Ready", "False", reason, message, clock)
        .with("ContainersReady", "False", reason, message, clock);
  }

  /** Sidecars count, too. */
  private static List<ContainerRun> unreadyOf(PodRun run) {
    List<ContainerRun> unready = new ArrayList<>();
    for (ContainerRun init : run.inits()) {
      if (init.role == ContainerRun.Role.SIDECAR && !init.ready) {
        unready.add(init);
      }
    }
    for (ContainerRun main : run.mains()) {
      if (!main.ready) {
        unready.add(main);
      }
    }
    return unready;
  }

  private static List<String> names(List<ContainerRun> containers) {
    return containers.stream().map(container -> container.name).toList();
  }

  private static String listed(List<String> names) {
    return "[" + String.join(" ", names) + "]";
  }

  private static boolean allGatesOpen(Resource pod, Conditions conditions) {
    return pod.at("spec", "readinessGates").items().stream()
        .allMatch(gate -> conditions.isTrue(gate.get("conditionType").text()));
  }
}
