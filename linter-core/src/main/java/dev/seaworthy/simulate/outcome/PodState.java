package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.kubectl.PodWord;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pod at one moment.
 *
 * @param owner the workload that answers for it, which is the Deployment for a ReplicaSet's pod
 * @param phase the API's word, such as {@code Running}
 * @param status the most telling word, as {@code kubectl get pods} shows it
 * @param cause why it is so, in the cluster's own words; empty where there is nothing to say
 * @param wasThere whether it ran before anything was applied
 * @param age the time since it was made
 * @param nominatedNode where room is being made for it
 */
public record PodState(
    String namespace,
    String name,
    Optional<Owner> owner,
    String phase,
    String status,
    String cause,
    boolean ready,
    List<Container> initContainers,
    List<Container> containers,
    boolean wasThere,
    Duration age,
    Optional<String> ip,
    Optional<String> node,
    Optional<String> nominatedNode,
    List<Gate> readinessGates) {

  /** The label of pods that were there before anything was applied. */
  public static final String STATE_BEFORE = "seaworthy.dev/state-before";

  public PodState {
    initContainers = List.copyOf(initContainers);
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
   * @param sidecar whether it is started among the init containers and stays
   */
  public record Container(
      String name,
      String image,
      String state,
      String reason,
      boolean ready,
      long restarts,
      boolean sidecar) {}

  /** A condition that somebody else must set before the pod counts as ready. */
  public record Gate(String conditionType, boolean open) {}

  /** How often its containers were started again, all together. */
  public long restarts() {
    return lasting().mapToLong(Container::restarts).sum();
  }

  /** How many of its containers are ready. */
  public long readyContainers() {
    return lasting().filter(Container::ready).count();
  }

  /** How many containers it has that are to run as long as it does. */
  public long lastingContainers() {
    return lasting().count();
  }

  private Stream<Container> lasting() {
    return Stream.concat(initContainers.stream().filter(Container::sidecar), containers.stream());
  }

  /**
   * @param unmounted why its volumes could not be mounted; empty if they could
   */
  static PodState of(Resource resource, Optional<Owner> owner, String unmounted, Instant now) {
    Pod pod = new Pod(resource);
    return new PodState(
        pod.namespace(),
        pod.name(),
        owner,
        pod.phase(),
        PodWord.of(pod),
        cause(pod, unmounted),
        pod.isReady(),
        containers(pod, "initContainers", "initContainerStatuses"),
        containers(pod, "containers", "containerStatuses"),
        pod.labels().containsKey(STATE_BEFORE),
        Duration.between(pod.created(), now),
        text(resource.at("status", "podIP")),
        text(resource.at("spec", "nodeName")),
        text(resource.at("status", "nominatedNodeName")),
        gates(resource));
  }

  private static Optional<String> text(Node value) {
    return value.asString().filter(text -> !text.isEmpty());
  }

  private static List<Container> containers(Pod pod, String field, String statuses) {
    return pod.resource().at("spec", field).items().stream()
        .map(container -> container(container, pod.resource().at("status", statuses)))
        .toList();
  }

  private static Container container(Node container, Node statuses) {
    String name = container.get("name").text();
    Node status = statusOf(name, statuses);
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
        status.get("restartCount").longOr(0),
        container.get("restartPolicy").text().equals("Always"));
  }

  private static Node statusOf(String container, Node statuses) {
    for (Node status : statuses.items()) {
      if (status.get("name").text().equals(container)) {
        return status;
      }
    }
    return Absent.INSTANCE;
  }

  private static String cause(Pod pod, String unmounted) {
    if (pod.isReady() && !pod.isBeingDeleted()) {
      return "";
    }
    Conditions conditions = Conditions.of(pod.resource());
    if (conditions.isTrue("DisruptionTarget")) {
      return conditions.get("DisruptionTarget").get("message").text();
    }
    if (pod.nodeName().isEmpty()) {
      return conditions.get("PodScheduled").get("message").text();
    }
    return pod.isBeingDeleted() || pod.phase().equals("Succeeded")
        ? ""
        : Trouble.of(pod, unmounted).words();
  }

  private static List<Gate> gates(Resource pod) {
    return pod.at("spec", "readinessGates").items().stream()
        .map(gate -> gate.get("conditionType").text())
        .map(type -> new Gate(type, Conditions.of(pod).isTrue(type)))
        .toList();
  }
}
