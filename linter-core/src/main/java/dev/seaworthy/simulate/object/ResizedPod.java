package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A pod that may get more or less than it was started with. What it takes of its node is then not only
 * what it asks for: until the node has changed its containers they have what they had. Mirrors how
 * PodRequests of component-helpers uses the status.
 */
public record ResizedPod(Resource resource) {

  /** The resize waits: {@link #DEFERRED} or {@link #INFEASIBLE}. */
  public static final String PENDING = "PodResizePending";

  /** The node has agreed and changes the containers. */
  public static final String IN_PROGRESS = "PodResizeInProgress";

  /** There is no room now. */
  public static final String DEFERRED = "Deferred";

  /** There never is. */
  public static final String INFEASIBLE = "Infeasible";

  /** Whether {@code pod} was changed since it was made: only then a closer look is needed. */
  public static boolean mayBe(Resource pod) {
    return pod.at("metadata", "generation").longOr(1) > 1;
  }

  /** Why the resize waits; empty if it does not. */
  public String pendingReason() {
    return Conditions.of(resource).get(PENDING).get("reason").text();
  }

  /** The specifications of which the pod takes the most, resource by resource. */
  List<Node> specs() {
    List<Node> specs = new ArrayList<>();
    if (!pendingReason().equals(INFEASIBLE)) {
      specs.add(resource.at("spec"));
    }
    specs.add(promised());
    specs.add(requesting(status -> status.at("resources", "requests")));
    return specs;
  }

  /** The spec with what the node has promised the containers. */
  Node promised() {
    return requesting(status -> status.get("allocatedResources"));
  }

  /** The spec with the requests of those containers replaced of which the status tells others. */
  private Node requesting(Function<Node, Node> told) {
    if (!(resource.at("spec") instanceof Mapping spec)) {
      return resource.at("spec");
    }
    Mapping changed = spec;
    for (String list : List.of("containers", "initContainers")) {
      List<Node> containers = spec.get(list).items();
      if (!containers.isEmpty()) {
        List<Node> statuses =
            resource.at("status", list.replace("ontainers", "ontainerStatuses")).items();
        changed = changed.with(
            list,
            Sequence.of(
                containers.stream().map(one -> requesting(one, statuses, told)).toList()));
      }
    }
    return changed;
  }

  private static Node requesting(Node container, List<Node> statuses, Function<Node, Node> told) {
    Node requests = statuses.stream()
        .filter(status -> status.get("name").text().equals(container.get("name").text()))
        .findFirst()
        .map(told)
        .orElse(container.at("resources", "requests"));
    return container instanceof Mapping given && requests.isPresent()
        ? given.withAt(List.of("resources", "requests"), requests)
        : container;
  }
}
