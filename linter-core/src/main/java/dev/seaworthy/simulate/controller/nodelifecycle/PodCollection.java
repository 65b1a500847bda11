package dev.seaworthy.simulate.controller.nodelifecycle;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes pods that no kubelet will ever finish: those of a node whose object is gone for 40 s, and
 * the condemned ones of a node that is out of service. Looks every 20 s.
 */
public final class PodCollection implements Reconciler {

  private static final Duration PERIOD = Duration.ofSeconds(20);
  private static final Duration QUARANTINE = Duration.ofSeconds(40);

  /** That a pod has failed is written before it is deleted; others can see it meanwhile. */
  private static final Duration WRITE = Duration.ofMillis(5);

  private static final String REASON = "DeletionByPodGC";

  private final VirtualClock clock;
  private final Map<String, Instant> missed = new HashMap<>();

  /** When the pods of a node, of which it is written that they have failed, are deleted. */
  private final Map<String, Instant> due = new HashMap<>();

  public PodCollection(VirtualClock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "pod-garbage-collection";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.NODE)
        .and(
            Kinds.POD,
            (change, view) -> new Pod(change.latest())
                .nodeName().stream()
                    .map(node -> new ObjectKey(Kinds.NODE, "", node))
                    .filter(node -> isOfInterest(node, view)));
  }

  private static boolean isOfInterest(ObjectKey node, ClusterView view) {
    return view.get(node).map(it -> Taints.has(it, Taints.OUT_OF_SERVICE)).orElse(true);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    List<Resource> pods = view.podsOn(key.name());
    Optional<Resource> node = view.get(key);
    if (node.isPresent()) {
      missed.remove(key.name());
      return collectCondemned(node.get(), pods, api);
    }
    if (pods.isEmpty()) {
      missed.remove(key.name());
      due.remove(key.name());
      return ReconcileResult.done();
    }
    Instant end =
        missed.computeIfAbsent(key.name(), name -> nextLook(clock.now())).plus(QUARANTINE);
    if (end.isAfter(clock.now())) {
      return ReconcileResult.after(Duration.between(clock.now(), end));
    }
    return remove(key.name(), pods, api);
  }

  private ReconcileResult collectCondemned(Resource node, List<Resource> pods, ApiClient api) {
    boolean lost =
        Taints.has(node, Taints.OUT_OF_SERVICE) && !Conditions.of(node).isTrue("Ready");
    List<Resource> condemned =
        pods.stream().filter(pod -> new Pod(pod).isBeingDeleted()).toList();
    if (!lost || condemned.isEmpty()) {
      return ReconcileResult.done();
    }
    if (!due.containsKey(node.name())
        && Duration.between(VirtualClock.EPOCH, clock.now()).toMillis() % PERIOD.toMillis() > 1) {
      return ReconcileResult.after(Duration.between(clock.now(), nextLook(clock.now())));
    }
    return remove(node.name(), condemned, api);
  }

  private static Instant nextLook(Instant now) {
    long looks = Duration.between(VirtualClock.EPOCH, now).toMillis() / PERIOD.toMillis() + 1;
    return VirtualClock.EPOCH.plus(PERIOD.multipliedBy(looks));
  }

  private ReconcileResult remove(String node, List<Resource> pods, ApiClient api) {
    if (!due.containsKey(node)) {
      pods.stream().filter(pod -> !new Pod(pod).isFinished()).forEach(pod -> fail(pod, api));
      due.put(node, clock.in(WRITE));
      return ReconcileResult.after(WRITE);
    }
    Duration left = Duration.between(clock.now(), due.get(node));
    if (left.isNegative() || left.isZero()) {
      pods.forEach(pod -> api.delete(ObjectKey.of(pod), Deletion.NOW.of(Meta.uid(pod))));
      due.remove(node);
      return ReconcileResult.done();
    }
    return ReconcileResult.after(left);
  }

  private void fail(Resource pod, ApiClient api) {
    api.updateStatus(Conditions.of(pod)
        .with("DisruptionTarget", "True", REASON, "PodGC: node no longer exists", clock)
        .in(pod)
        .with("status.phase", Scalar.of("Failed")));
  }
}
