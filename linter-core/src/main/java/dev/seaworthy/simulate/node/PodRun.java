package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a kubelet knows of a pod on its node: its sandbox and the state of each container. */
final class PodRun {

  private final ObjectKey key;
  private final String uid;
  private final String restartPolicy;
  private final List<ContainerRun> inits;
  private final List<ContainerRun> mains = new ArrayList<>();
  private final List<ContainerRun> ephemeral = new ArrayList<>();
  private ContainerRuntime.@Nullable Sandbox sandbox;
  private final ResizeState resize;
  private boolean stopping;
  private @Nullable End end;

  /** The pod as a whole was ended, whatever its restart policy says. */
  record End(boolean failed, String reason, String message) {}

  PodRun(Resource pod) {
    this.key = ObjectKey.of(pod);
    this.uid = Meta.uid(pod);
    Node spec = pod.at("spec");
    this.restartPolicy = spec.get("restartPolicy").stringOr("Always");
    this.resize = new ResizeState(spec.get("resources"));
    this.inits = spec.get("initContainers").items().isEmpty() ? List.of() : inits(spec);
    for (Node container : spec.get("containers").items()) {
      ContainerRun run = new ContainerRun(
          spec, container, ContainerRun.Role.MAIN, RestartPolicy.of(container, restartPolicy));
      if (!inits.isEmpty()) {
        run.state = ContainerState.Waiting.INITIALIZING;
      }
      mains.add(run);
    }
    joined(pod);
  }

  private List<ContainerRun> inits(Node spec) {
    List<ContainerRun> runs = new ArrayList<>();
    for (Node container : spec.get("initContainers").items()) {
      boolean sidecar = container.get("restartPolicy").text().equals("Always");
      RestartPolicy policy = RestartPolicy.of(container, restartPolicy);
      ContainerRun run = sidecar
          ? new ContainerRun(spec, container, ContainerRun.Role.SIDECAR, policy)
          : new ContainerRun(spec, container, ContainerRun.Role.INIT, policy.untilSuccess());
      if (!runs.isEmpty()) {
        run.state = ContainerState.Waiting.INITIALIZING;
      }
      runs.add(run);
    }
    return runs;
  }

  /** Takes ephemeral containers in that are new; says whether there are any. */
  boolean joined(Resource pod) {
    List<Node> listed = pod.at("spec", "ephemeralContainers").items();
    boolean isNew = listed.size() > ephemeral.size();
    for (Node container :
        listed.subList(ephemeral.size(), Math.max(ephemeral.size(), listed.size()))) {
      ephemeral.add(new ContainerRun(
          pod.at("spec"), container, ContainerRun.Role.EPHEMERAL, RestartPolicy.NEVER));
    }
    return isNew;
  }

  ObjectKey key() {
    return key;
  }

  String uid() {
    return uid;
  }

  /** Of the pod, where a container has no policy of its own. */
  String restartPolicy() {
    return restartPolicy;
  }

  List<ContainerRun> inits() {
    return inits;
  }

  List<ContainerRun> mains() {
    return mains;
  }

  List<ContainerRun> ephemeral() {
    return ephemeral;
  }

  /** How far a change of what the pod asks for has come. */
  ResizeState resize() {
    return resize;
  }

  Stream<ContainerRun> all() {
    return Stream.of(inits, mains, ephemeral).flatMap(List::stream);
  }

  /** The containers that may be given more or less. */
  List<ContainerRun> resizable() {
    return Stream.concat(inits.stream(), mains.stream()).toList();
  }

  /** Whether the containers proper may start, or did: a sidecar that fails later does not count. */
  boolean isInitialized() {
    return inits.isEmpty()
        || mainsBegan()
        || inits.stream().allMatch(ContainerRun::letsOthersStart);
  }

  boolean mainsBegan() {
    return mains.stream().anyMatch(main -> main.begun);
  }

  /** Whether an init container has failed for good, and with it the pod. */
  boolean hasFailedToStart() {
    return inits.stream().anyMatch(init -> init.isOver() && init.hasFailed());
  }

  /** Whether all its containers that count have ended for good. */
  boolean isOver() {
    return hasFailedToStart() || mains.stream().allMatch(ContainerRun::isOver);
  }

  ContainerRuntime.@Nullable Sandbox sandbox() {
    return sandbox;
  }

  void runsIn(ContainerRuntime.Sandbox made) {
    sandbox = made;
  }

  boolean isStopping() {
    return stopping;
  }

  void stops() {
    stopping = true;
    all().forEach(ContainerRun::cancelPlans);
  }

  @Nullable
  End end() {
    return end;
  }

  void ends(End how) {
    end = how;
    all().forEach(ContainerRun::cancelPlans);
  }
}
