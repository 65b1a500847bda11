package dev.seaworthy.simulate.controller.nodelifecycle;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Tolerations;
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

/**
 * Deletes pods that don't tolerate what their node is tainted with, or no longer. Once planned, a
 * deletion stays planned for its time until all such taints are gone or are tolerated for ever.
 */
public final class TaintEviction implements Reconciler {

  /** The pod's condition is written before the pod is deleted; others can see it meanwhile. */
  private static final Duration WRITE = Duration.ofMillis(5);

  private final VirtualClock clock;
  private final Map<ObjectKey, Sentence> sentences = new HashMap<>();

  public TaintEviction(VirtualClock clock) {
    this.clock = clock;
  }

  /**
   * What was decided about a pod.
   *
   * @param taints that its node had then
   * @param due when it is deleted
   * @param stage how far that is
   */
  private record Sentence(String pod, List<Node> taints, Instant due, Stage stage) {

    Sentence at(Stage next, Instant time) {
      return new Sentence(pod, taints, time, next);
    }

    boolean isAbout(Pod other, List<Node> present) {
      return pod.equals(other.uid()) && taints.equals(present);
    }
  }

  private enum Stage {
    /** To be carried out at its time. */
    PLANNED,
    /** Told and written on the pod, which is not deleted yet. */
    TOLD,
    /** Deleted, though the pod may take its time to go. */
    CARRIED_OUT
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
    if (change.isRemoval()) {
      return sentences.containsKey(change.key()) ? Stream.of(change.key()) : Stream.empty();
    }
    boolean isConcerned = !isAsBefore(change)
        && new Pod(change.latest())
            .nodeName()
            .flatMap(node -> view.get(Kinds.NODE, "", node))
            .map(node -> !Taints.evicting(node).isEmpty())
            .orElse(false);
    return isConcerned ? Stream.of(change.key()) : Stream.empty();
  }

  private static boolean isAsBefore(Change change) {
    Resource after = change.latest();
    return change
        .before()
        .filter(before -> new Pod(before).nodeName().equals(new Pod(after).nodeName()))
        .filter(before -> before.at("spec", "tolerations").sameAs(after.at("spec", "tolerations")))
        .isPresent();
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
    Optional<Pod> found = view.get(key).map(Pod::new);
    if (found.isEmpty()) {
      sentences.remove(key);
      return ReconcileResult.done();
    }
    Pod pod = found.get();
    List<Node> taints = pod.nodeName()
        .flatMap(node -> view.get(Kinds.NODE, "", node))
        .map(Taints::evicting)
        .orElse(List.of());
    return judge(key, pod, taints, api);
  }

  private ReconcileResult judge(ObjectKey key, Pod pod, List<Node> taints, ApiClient api) {
    Optional<Long> tolerated = Tolerations.of(pod.resource()).secondsFor(taints);
    if (taints.isEmpty() || tolerated.equals(Optional.of(Long.MAX_VALUE))) {
      forgive(key, pod, api);
      return ReconcileResult.done();
    }
    Sentence former = sentences.get(key);
    if (former != null && former.stage() != Stage.PLANNED && former.isAbout(pod, taints)) {
      return carryOut(key, pod, former, api);
    }
    if (tolerated.isEmpty()) {
      forgive(key, pod, api);
    }
    Sentence sentence = sentences.computeIfAbsent(
        key,
        condemned -> new Sentence(
            pod.uid(), taints, clock.now().plusSeconds(tolerated.orElse(0L)), Stage.PLANNED));
    return carryOut(key, pod, sentence, api);
  }

  private ReconcileResult carryOut(ObjectKey key, Pod pod, Sentence sentence, ApiClient api) {
    if (sentence.stage() == Stage.CARRIED_OUT) {
      return ReconcileResult.done();
    }
    if (sentence.due().isAfter(clock.now())) {
      return ReconcileResult.after(Duration.between(clock.now(), sentence.due()));
    }
    if (sentence.stage() == Stage.PLANNED) {
      condemn(pod, api);
      sentences.put(key, sentence.at(Stage.TOLD, clock.now().plus(WRITE)));
      return ReconcileResult.after(WRITE);
    }
    api.delete(pod.resource());
    sentences.put(key, sentence.at(Stage.CARRIED_OUT, sentence.due()));
    return ReconcileResult.done();
  }

  private void forgive(ObjectKey key, Pod pod, ApiClient api) {
    Sentence sentence = sentences.remove(key);
    if (sentence != null && sentence.stage() == Stage.PLANNED) {
      api.events()
          .normal(
              pod.resource(),
              "TaintManagerEviction",
              "Cancelling deletion of Pod " + pod.namespace() + "/" + pod.name());
    }
  }

  private void condemn(Pod pod, ApiClient api) {
    api.events()
        .normal(
            pod.resource(),
            "TaintManagerEviction",
            "Marking for deletion Pod " + pod.namespace() + "/" + pod.name());
    api.updateStatus(Conditions.of(pod.resource())
        .with(
            "DisruptionTarget",
            "True",
            "DeletionByTaintManager",
            "Taint manager: deleting due to NoExecute taint",
            clock)
        .in(pod.resource()));
  }
}
