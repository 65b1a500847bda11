package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A pod at one moment.
 *
 * @param owner the workload that answers for it, which is the Deployment for a ReplicaSet's pod
 * @param phase the API's word, such as {@code Running}
 * @param status the most telling word, as {@code kubectl get pods} shows it
 * @param age the time since it was made
 * @param nominatedNode where room is being made for it
 */
public record PodState(
    String namespace,
    String name,
    Optional<Owner> owner,
    String phase,
    String status,
    boolean ready,
    List<Container> containers,
    Duration age,
    Optional<String> ip,
    Optional<String> node,
    Optional<String> nominatedNode,
    List<Gate> readinessGates) {

  public PodState {
    containers = List.copyOf(containers);
    readinessGates = List.copyOf(readinessGates);
  }

  /** An object that answers for others. */
  public record Owner(String kind, String name) {}

  /**
   * A container of the pod.
   *
   * @param state {@code waiting}, {@code running} or {@code terminated}; empty before a node has it
   * @param reason why it waits or ended; empty where it runs
   */
  public record Container(
      String name, String image, String state, String reason, boolean ready, long restarts) {}

  /** A condition that somebody else must set before the pod counts as ready. */
  public record Gate(String conditionType, boolean open) {}

  /** How often its containers were started again, all together. */
  public long restarts() {
    return containers.stream().mapToLong(Container::restarts).sum();
  }

  /** How many of its containers are ready. */
  public long readyContainers() {
    return containers.stream().filter(Container::ready).count();
  }

  static PodState of(Resource resource, Optional<Owner> owner, Instant now) {
    Pod pod = new Pod(resource);
    return new PodState(
        pod.namespace(),
        pod.name(),
        owner,
        pod.phase(),
        status(pod),
        pod.isReady(),
        containers(pod),
        Duration.between(pod.created(), now),
        text(resource.at("status", "podIP")),
        text(resource.at("spec", "nodeName")),
        text(resource.at("status", "nominatedNodeName")),
        gates(resource));
  }

  private static Optional<String> text(Node value) {
    return value.asString().filter(text -> !text.isEmpty());
  }

  private static List<Container> containers(Pod pod) {
    return pod.resource().at("spec", "containers").items().stream()
        .map(container -> container(container, pod))
        .toList();
  }

  private static Container container(Node container, Pod pod) {
    String name = container.get("name").text();
    Node status = statusOf(name, pod);
    String state = status.get("state").entries().stream()
        .map(Mapping.Entry::key)
        .findFirst()
        .orElse("");
    return new Container(
        name,
        container.get("image").text(),
        state,
        status.at("state", state, "reason").text(),
        status.get("ready").isTrue(),
        status.get("restartCount").longOr(0));
  }

  private static Node statusOf(String container, Pod pod) {
    for (Node status : pod.containerStatuses()) {
      if (status.get("name").text().equals(container)) {
        return status;
      }
    }
    return Absent.INSTANCE;
  }

  private static List<Gate> gates(Resource pod) {
    return pod.at("spec", "readinessGates").items().stream()
        .map(gate -> gate.get("conditionType").text())
        .map(type -> new Gate(type, Conditions.of(pod).isTrue(type)))
        .toList();
  }

  /** The most telling word: why it stops, why a container waits or ended, else the phase. */
  private static String status(Pod pod) {
    if (Meta.isBeingDeleted(pod.resource())) {
      return "Terminating";
    }
    String reason = pod.resource().at("status", "reason").text();
    String status = reason.isEmpty() ? phase(pod) : reason;
    for (Node container : pod.containerStatuses()) {
      String waiting = container.at("state", "waiting", "reason").text();
      String ended = container.at("state", "terminated", "reason").text();
      status = !waiting.isEmpty() ? waiting : !ended.isEmpty() ? ended : status;
    }
    return status;
  }

  private static String phase(Pod pod) {
    Node scheduled = Conditions.of(pod.resource()).get("PodScheduled");
    boolean isGated = scheduled.get("reason").text().equals("SchedulingGated");
    boolean isStarting = pod.phase().equals("Pending") && pod.nodeName().isPresent();
    return isGated ? "SchedulingGated" : isStarting ? "ContainerCreating" : pod.phase();
  }
}
