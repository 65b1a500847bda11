package dev.seaworthy.simulate.controller.nodelifecycle;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Tolerations;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Deletes pods that don't tolerate what their node is tainted with, or no longer. */
public final class TaintEviction implements Reconciler {

  private final VirtualClock clock;
  private final Map<String, Instant> since = new HashMap<>();

  public TaintEviction(VirtualClock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "taint-eviction";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.POD, this::podOfTaintedNode)
        .and(Kinds.NODE, TaintEviction::podsOfTaintedNode);
  }

  /** Most pods are on nodes that drive nobody away, and were not about to go. */
  private Stream<ObjectKey> podOfTaintedNode(Change change, ClusterView view) {
    Pod pod = new Pod(change.latest());
    boolean isConcerned = since.containsKey(pod.uid())
        || pod.nodeName()
            .flatMap(node -> view.get(Kinds.NODE, "", node))
            .map(node -> !Taints.evicting(node).isEmpty())
            .orElse(false);
    return isConcerned ? Stream.of(change.key()) : Stream.empty();
  }

  private static Stream<ObjectKey> podsOfTaintedNode(Change change, ClusterView view) {
    boolean same = change
        .before()
        .map(before -> Taints.evicting(before).equals(Taints.evicting(change.latest())))
        .orElse(false);
    return same ? Stream.empty() : view.podsOn(change.key().name()).stream().map(ObjectKey::of);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Pod> found = view.get(key).map(Pod::new).filter(pod -> !pod.isBeingDeleted());
    if (found.isEmpty()) {
      return ReconcileResult.done();
    }
    Pod pod = found.get();
    List<Node> taints = pod.nodeName()
        .flatMap(node -> view.get(Kinds.NODE, "", node))
        .map(Taints::evicting)
        .orElse(List.of());
    if (taints.isEmpty()) {
      forgive(pod, api);
      return ReconcileResult.done();
    }
    Optional<Long> tolerated = Tolerations.of(pod.resource()).secondsFor(taints);
    if (tolerated.isPresent() && tolerated.get() == Long.MAX_VALUE) {
      forgive(pod, api);
      return ReconcileResult.done();
    }
    Instant began = since.computeIfAbsent(pod.uid(), uid -> clock.now());
    Duration left =
        Duration.ofSeconds(tolerated.orElse(0L)).minus(Duration.between(began, clock.now()));
    if (left.compareTo(Duration.ZERO) > 0) {
      return ReconcileResult.after(left);
    }
    condemn(pod, api);
    return ReconcileResult.done();
  }

  private void forgive(Pod pod, ApiClient api) {
    if (since.remove(pod.uid()) != null) {
      api.events()
          .normal(
              pod.resource(),
              "TaintManagerEviction",
              "Cancelling deletion of Pod " + pod.namespace() + "/" + pod.name());
    }
  }

  private void condemn(Pod pod, ApiClient api) {
    since.remove(pod.uid());
    api.events()
        .normal(
            pod.resource(),
            "TaintManagerEviction",
            "Marking for deletion Pod " + pod.namespace() + "/" + pod.name());
    Answer answer = api.updateStatus(Conditions.of(pod.resource())
        .with(
            "DisruptionTarget",
            "True",
            "DeletionByTaintManager",
            "Taint manager: deleting due to NoExecute taint",
            clock)
        .in(pod.resource()));
    api.delete(answer.object().orElse(pod.resource()));
  }
}
