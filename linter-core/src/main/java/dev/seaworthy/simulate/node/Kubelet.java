package dev.seaworthy.simulate.node;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.clock.Jitter;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The agent of one node: has a {@link PodWorker} for each pod that is bound to it. While the node is
 * dead nothing of it moves.
 */
public final class Kubelet {

  /** By so many milliseconds one start takes longer than another, as chance has it. */
  private static final int SPREAD = 20;

  private final NodeTools tools;
  private final EvictionManager evictions;
  private final MemoryLimits memoryLimits;
  private final PodResizes resizes;
  private final Seed seed;
  private final Jitter starts;
  private final SplittableRandom chance;
  private final Map<String, PodWorker> workers = new LinkedHashMap<>();
  private final Rejections rejections = new Rejections();
  private boolean alive = true;
  private Instant silentSince = Instant.MAX;

  /**
   * @param absences shared by all nodes
   * @param usage what pods use of the node
   * @param starts by how much longer than usual starts may take
   */
  public Kubelet(
      String node,
      ContainerRuntime runtime,
      EventQueue queue,
      ApiClient api,
      Absences absences,
      KubeletSettings settings,
      PodUsage usage,
      Seed seed,
      Jitter starts) {
    this.tools = new NodeTools(node, runtime, queue, api, absences, settings);
    this.evictions = new EvictionManager(tools, usage, this::evict);
    this.memoryLimits = new MemoryLimits(tools, usage, this::uses);
    this.resizes = new PodResizes(tools, usage, workers);
    this.seed = seed;
    this.starts = starts;
    this.chance = seed.stream("starts on " + node);
  }

  public String node() {
    return tools.node();
  }

  public boolean isAlive() {
    return alive;
  }

  /** Since when it sends no heartbeats; empty if it does. */
  public Optional<Instant> silentSince() {
    return alive ? Optional.empty() : Optional.of(silentSince);
  }

  /** The node dies: no heartbeats, and nothing on it moves until {@link #recover}. */
  public void fail() {
    alive = false;
    silentSince = tools.now();
  }

  /** The node comes back: it finishes the pods that are to go and starts those that are new. */
  public void recover() {
    alive = true;
    tools.api().view().podsOn(node()).forEach(this::consider);
  }

  /** Hears of a pod that is or was bound to this node. */
  public void onChange(Change change) {
    if (!alive) {
      return;
    }
    if (change.isRemoval()) {
      forget(new Pod(change.latest()).uid());
    } else if (change.isCreation() && tools.settings().tendsPods()) {
      admit(change.latest());
    } else {
      consider(change.latest());
    }
    if (change.isRemoval() || new Pod(change.latest()).isFinished()) {
      resizes.retry();
    }
  }

  /** A pod that is here from its beginning has not been sent by a scheduler: it may not fit. */
  private void admit(Resource pod) {
    Optional<NodeAdmission.Rejection> rejection = tools
        .api()
        .view()
        .get(Kinds.NODE, "", node())
        .flatMap(node -> new NodeAdmission(node, resizes.taken()).of(pod));
    if (rejection.isEmpty()) {
      consider(pod);
      return;
    }
    tools.queue().after(rejections.next(), () -> reject(ObjectKey.of(pod), rejection.get()));
  }

  private void reject(ObjectKey key, NodeAdmission.Rejection why) {
    tools.api().view().get(key).filter(pod -> alive).ifPresent(pod -> {
      tools.api().events().warning(pod, why.reason(), why.message());
      tools
          .api()
          .updateStatus(pod.with("status.phase", Scalar.of("Failed"))
              .with("status.reason", Scalar.of(why.reason()))
              .with("status.message", Scalar.of("Pod was rejected: " + why.message())));
    });
  }

  PodResizes resizes() {
    return resizes;
  }

  private void consider(Resource resource) {
    Pod pod = new Pod(resource);
    PodWorker worker = workers.get(pod.uid());
    if (pod.isBeingDeleted()) {
      stop(resource, worker);
    } else if (worker == null && !pod.isFinished()) {
      PodWorker begun = added(resource);
      Duration takes =
          PodWorker.STEP.plusMillis(seed.choose(SPREAD, chance)).plus(starts.draw(chance));
      tools.queue().after(takes, begun::start);
    } else if (worker != null && !pod.isFinished()) {
      worker.specChanged(resource);
    }
  }

  private PodWorker added(Resource pod) {
    PodWorker worker = new PodWorker(tools, new PodRun(pod), this);
    workers.put(worker.run().uid(), worker);
    return worker;
  }

  private void stop(Resource pod, @Nullable PodWorker worker) {
    PodWorker stopped = worker != null ? worker : added(pod);
    if (!stopped.run().isStopping()) {
      stopped.stop(pod);
    }
  }

  /** Whether it still looks after the pod of {@code worker}. */
  boolean has(PodWorker worker) {
    return workers.get(worker.run().uid()) == worker;
  }

  /** The node died while the pod came or went: if it comes back, that begins anew. */
  void drop(PodWorker worker) {
    workers.remove(worker.run().uid());
  }

  /** The pod is gone. */
  void forget(String uid) {
    PodWorker worker = workers.remove(uid);
    ContainerRuntime.Sandbox sandbox = worker == null ? null : worker.run().sandbox();
    if (sandbox != null) {
      tools.runtime().removePodSandbox(sandbox);
    }
  }

  /** What pods use may be otherwise than before, of this node or of others that share a load. */
  public void usageChanged() {
    if (alive) {
      evictions.usageChanged();
      memoryLimits.usageChanged();
      resizes.usageChanged();
    }
  }

  private void evict(Resource pod, String why) {
    if (alive) {
      withWorker(ObjectKey.of(pod), worker -> worker.evict(why));
    }
  }

  private void uses(Resource pod, long memory) {
    if (alive) {
      withWorker(ObjectKey.of(pod), worker -> worker.uses(memory));
    }
  }

  /** The readiness probes of a pod's containers begin to succeed or to fail. */
  public void probe(ObjectKey pod, boolean ready) {
    withWorker(pod, worker -> worker.probe(ready));
  }

  /** A pod's containers end once more and wait to be restarted. */
  public void crash(ObjectKey pod) {
    withWorker(pod, PodWorker::crash);
  }

  /** A pod's containers end once, and are started again as their restart policy says. */
  public void exit(ObjectKey pod, int exitCode) {
    withWorker(pod, worker -> worker.exit(exitCode));
  }

  /** All containers of a pod end for good; the pod fails if {@code exitCode} is not 0. */
  public void end(ObjectKey pod, int exitCode, String reason) {
    withWorker(pod, worker -> worker.end(exitCode, reason));
  }

  private void withWorker(ObjectKey key, Consumer<PodWorker> action) {
    tools.api().view().get(key).map(pod -> workers.get(new Pod(pod).uid())).ifPresent(action);
  }
}
