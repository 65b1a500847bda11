package dev.seaworthy.simulate.node;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.EventQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A container of a pod on its node: what the pod says of it, and the state that it is in. */
final class ContainerRun {

  /** What a container is to its pod. */
  enum Role {
    /** Runs to its end before the next one starts. */
    INIT,
    /** Starts among the init containers and stays as long as the pod. */
    SIDECAR,
    MAIN,
    /** Joined later, to look around. */
    EPHEMERAL
  }

  final String name;
  final Role role;
  final Node spec;
  final RestartPolicy policy;
  final ProbeTimes probes;

  /** Whether it is to run as root and not to run as root. */
  final boolean isRefusedAsRoot;

  final BackOff backOff = new BackOff();

  String image;

  /** The resources that its node has promised it. */
  Node allocated;

  /** The resources that it has. */
  Node actual;

  ContainerState state = ContainerState.Waiting.CREATING;
  ContainerState.@Nullable Terminated lastEnd;
  ContainerRuntime.@Nullable Container container;

  /** What is planned for it that its state may make pointless. */
  EventQueue.@Nullable Planned planned;

  /** Whether its startup probe has succeeded. */
  boolean started;

  /** Whether its program answers, asked or not. */
  boolean answers;

  boolean ready;
  int restarts;

  /** Whether anything was done about it since it last waited to be started. */
  boolean begun;

  ContainerRun(Node podSpec, Node spec, Role role, RestartPolicy policy) {
    this.name = spec.get("name").text();
    this.image = spec.get("image").text();
    this.role = role;
    this.spec = spec;
    this.policy = policy;
    this.probes = ProbeTimes.of(spec);
    this.isRefusedAsRoot = Refusals.isAsRoot(podSpec, spec);
    this.allocated = resources(spec);
    this.actual = allocated;
  }

  /** What a container asks for, and is limited to. */
  static Node resources(Node container) {
    Node resources = container.get("resources");
    return resources.isAbsent() ? Mapping.EMPTY : resources;
  }

  boolean isRunning() {
    return state instanceof ContainerState.Running;
  }

  boolean hasEnded() {
    return state instanceof ContainerState.Terminated;
  }

  boolean hasFailed() {
    return state instanceof ContainerState.Terminated ended && ended.exitCode() != 0;
  }

  /** Whether it has ended and is not started again. */
  boolean isOver() {
    return state instanceof ContainerState.Terminated ended && !policy.restarts(ended.exitCode());
  }

  /** Whether the next init container may start. */
  boolean letsOthersStart() {
    return role == Role.SIDECAR ? started : hasEnded() && !hasFailed();
  }

  /** For how long it has been running. */
  Duration up(Instant now) {
    return state instanceof ContainerState.Running running
        ? Duration.between(running.since(), now)
        : Duration.ZERO;
  }

  ContainerRuntime.ContainerConfig config() {
    return new ContainerRuntime.ContainerConfig(name, image, restarts, role == Role.INIT, ports());
  }

  private Set<String> ports() {
    List<Node> declared = spec.get("ports").items();
    if (declared.isEmpty() || role == Role.INIT) {
      return Set.of();
    }
    Set<String> ports = new HashSet<>();
    for (Node port : declared) {
      ports.add(port.get("containerPort").longOr(0) + "/" + port.get("protocol").stringOr("TCP"));
    }
    return ports;
  }

  /** The time that its preStop hook is known to take. */
  Duration preStop() {
    return Duration.ofSeconds(
        spec.at("lifecycle", "preStop", "sleep", "seconds").longOr(0));
  }

  void ended(int exitCode, String message, Instant now) {
    ended(exitCode, exitCode == 0 ? "Completed" : "Error", message, now);
  }

  void ended(int exitCode, String reason, String message, Instant now) {
    Instant since = state instanceof ContainerState.Running running ? running.since() : now;
    state = new ContainerState.Terminated(exitCode, reason, message, since, now);
    nothingAnswers();
  }

  void waits(String reason, String message) {
    if (state instanceof ContainerState.Terminated ended) {
      lastEnd = ended;
    }
    state = new ContainerState.Waiting(reason, message);
    nothingAnswers();
  }

  private void nothingAnswers() {
    ready = false;
    started = false;
    answers = false;
    cancelPlans();
  }

  void plans(EventQueue.Planned event) {
    cancelPlans();
    planned = event;
  }

  void cancelPlans() {
    if (planned != null) {
      planned.cancel();
      planned = null;
    }
  }
}
