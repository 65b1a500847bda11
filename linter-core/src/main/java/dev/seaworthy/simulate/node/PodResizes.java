package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.object.PodRequests;
import dev.seaworthy.simulate.object.ResizedPod;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.validate.check.core.pod.QualityOfService;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Gives pods that run on a node more or less than they were started with: at once if there is room,
 * else when there is; by restarting a container where its resize policy wants it. Mirrors the kubelet's
 * allocation manager.
 */
final class PodResizes {

  private static final List<String> RESIZABLE = List.of("cpu", "memory");

  private final NodeTools tools;
  private final PodUsage usage;
  private final Map<String, PodWorker> workers;

  /** Pods that wait for an answer, by UID, in the order in which they came. */
  private final Set<String> pending = new LinkedHashSet<>();

  /** {@code workers} are those of the node, by the UID of their pods. */
  PodResizes(NodeTools tools, PodUsage usage, Map<String, PodWorker> workers) {
    this.tools = tools;
    this.usage = usage;
    this.workers = workers;
  }

  /** A pod was changed: perhaps in what it asks for. */
  void consider(PodWorker worker, Resource pod) {
    PodRun run = worker.run();
    if (!isAllocated(run, pod)) {
      pending.add(run.uid());
      retry();
    } else if (run.resize().isPending()) {
      pending.remove(run.uid());
      run.resize().isTakenBack();
      worker.report();
    }
  }

  private static boolean isAllocated(PodRun run, Resource pod) {
    return run.resize().allocated().sameAs(pod.at("spec", "resources"))
        && areAllocated(run.mains(), pod.at("spec", "containers").items())
        && areAllocated(run.inits(), pod.at("spec", "initContainers").items());
  }

  private static boolean areAllocated(List<ContainerRun> runs, List<Node> written) {
    for (int i = 0; i < runs.size(); i++) {
      if (!runs.get(i).allocated.sameAs(ContainerRun.resources(written.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** There may be room by now. */
  void retry() {
    if (pending.isEmpty()) {
      return;
    }
    List<PodWorker> waiting = pending.stream()
        .map(workers::get)
        .filter(Objects::nonNull)
        .filter(PodWorker::isActive)
        .sorted(firstServed())
        .toList();
    pending.clear();
    waiting.forEach(worker -> tools.current(worker.run()).ifPresent(pod -> answer(worker, pod)));
  }

  /** Who asks for no more comes first, then the more important, then the better guaranteed. */
  private Comparator<PodWorker> firstServed() {
    return Comparator.comparing(this::asksForMore)
        .thenComparing(worker -> spec(worker).get("priority").longOr(0), Comparator.reverseOrder())
        .thenComparing(worker -> QualityOfService.of(spec(worker), true));
  }

  private Node spec(PodWorker worker) {
    return tools.current(worker.run()).map(pod -> pod.at("spec")).orElse(Mapping.EMPTY);
  }

  private boolean asksForMore(PodWorker worker) {
    return tools
        .current(worker.run())
        .filter(pod -> isMore(PodRequests.of(pod.at("spec")), PodRequests.promisedTo(pod)))
        .isPresent();
  }

  private static boolean isMore(Amounts one, Amounts other) {
    return RESIZABLE.stream().anyMatch(name -> one.get(name) > other.get(name));
  }

  private void answer(PodWorker worker, Resource pod) {
    ResizeState state = worker.run().resize();
    Optional<NodeRoom.Shortage> shortage = tools
        .api()
        .view()
        .get(Kinds.NODE, "", tools.node())
        .flatMap(node -> new NodeRoom(node, taken()).shortage(pod));
    if (shortage.isEmpty()) {
      allocate(worker, pod);
      return;
    }
    String reason = shortage.get().isForEver() ? ResizedPod.INFEASIBLE : ResizedPod.DEFERRED;
    if (!shortage.get().isForEver()) {
      pending.add(worker.run().uid());
    }
    if (state.waits(reason, shortage.get().message())) {
      tell(
          worker, pod, "Resize" + reason, "Pod resize " + reason, shortage.get().message());
      worker.report();
    }
  }

  /** The pods that the node has taken. */
  List<Resource> taken() {
    return workers.values().stream()
        .flatMap(worker -> tools.current(worker.run()).stream())
        .toList();
  }

  private void allocate(PodWorker worker, Resource pod) {
    PodRun run = worker.run();
    run.resize().allocate(pod.at("spec", "resources"));
    allocate(run.mains(), pod.at("spec", "containers").items());
    allocate(run.inits(), pod.at("spec", "initContainers").items());
    tell(worker, pod, "ResizeStarted", "Pod resize started", "");
    worker.report();
    tools.queue().after(PodWorker.STEP, () -> actuate(worker));
  }

  private static void allocate(List<ContainerRun> runs, List<Node> written) {
    for (int i = 0; i < runs.size(); i++) {
      runs.get(i).allocated = ContainerRun.resources(written.get(i));
    }
  }

  /** What pods use may be otherwise than before: a limit that was below it may not be any more. */
  void usageChanged() {
    workers.values().stream()
        .filter(worker -> worker.run().resize().isInProgress())
        .toList()
        .forEach(this::actuate);
  }

  /** Changes the containers. */
  private void actuate(PodWorker worker) {
    if (!worker.isActive() || !worker.run().resize().isInProgress()) {
      return;
    }
    Optional<String> error = tooSmall(worker.run());
    if (error.isPresent()) {
      if (worker.run().resize().fails(error.get())) {
        tools
            .current(worker.run())
            .ifPresent(pod -> tell(worker, pod, "ResizeError", "Pod resize error", error.get()));
        worker.report();
      }
      return;
    }
    for (ContainerRun container : worker.run().resizable()) {
      if (container.isRunning() && ResizePolicy.restarts(container)) {
        String why = "Container " + container.name + " resize requires restart";
        worker.restart(container, why, () -> finish(worker));
      } else {
        container.actual = container.allocated;
      }
    }
    finish(worker);
  }

  /** Memory that a pod uses is not taken away from it. */
  private Optional<String> tooSmall(PodRun run) {
    long limit = ResizePolicy.loweredMemory(run.resizable());
    return tools
        .current(run)
        .flatMap(pod -> usage.of(pod, ResizePolicy.MEMORY))
        .filter(used -> used >= limit)
        .map(used -> "attempting to set pod memory limit (%d) below current usage (%d)"
            .formatted(limit, used));
  }

  private void finish(PodWorker worker) {
    PodRun run = worker.run();
    boolean isDone = run.resizable().stream().allMatch(one -> one.actual.sameAs(one.allocated));
    if (run.resize().isInProgress() && isDone) {
      run.resize().isDone();
      tools
          .current(run)
          .ifPresent(pod -> tell(worker, pod, "ResizeCompleted", "Pod resize completed", ""));
      worker.report();
      retry();
    }
  }

  /** In the form that tools read: what the pod asks for, as JSON. */
  private void tell(PodWorker worker, Resource pod, String reason, String words, String error) {
    List<Node> containers = pod.at("spec", "containers").items().stream()
        .<Node>map(
            one -> Mapping.of("name", one.get("name"), "resources", ContainerRun.resources(one)))
        .toList();
    String asked = Mapping.of("containers", Sequence.of(containers)).toJson();
    String message = words + ": " + (error.isEmpty() ? asked : error + " " + asked);
    if (error.isEmpty()) {
      tools.normal(worker.run(), reason, message);
    } else {
      tools.warning(worker.run(), reason, message);
    }
  }
}
