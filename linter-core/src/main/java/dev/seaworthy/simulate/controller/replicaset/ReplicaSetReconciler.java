package dev.seaworthy.simulate.controller.replicaset;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ListingOrder;
import dev.seaworthy.simulate.controller.OwnedPods;
import dev.seaworthy.simulate.controller.Ownership;
import dev.seaworthy.simulate.controller.PodControl;
import dev.seaworthy.simulate.controller.PodCounts;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.ReplicaSet;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps as many pods alive for a ReplicaSet or ReplicationController as it asks for. */
public final class ReplicaSetReconciler implements Reconciler {

  /** No more pods than this are made or deleted at once. */
  private static final int BURST = 500;

  private static final Duration REACTION = Duration.ofMillis(1);

  private final GroupKind kind;
  private final OwnedPods owned;
  private final VirtualClock clock;
  private final ListingOrder<Pod> listing;

  private ReplicaSetReconciler(GroupKind kind, OwnedPods owned, VirtualClock clock, Seed seed) {
    this.listing = new ListingOrder<>(seed, kind.kind() + ": pods to delete", Pod::uid);
    this.kind = kind;
    this.owned = owned;
    this.clock = clock;
  }

  /** One for ReplicaSets, one for ReplicationControllers. */
  public static List<Reconciler> all(OwnedPods owned, VirtualClock clock, Seed seed) {
    return List.of(
        new ReplicaSetReconciler(Kinds.REPLICA_SET, owned, clock, seed),
        new ReplicaSetReconciler(Kinds.REPLICATION_CONTROLLER, owned, clock, seed));
  }

  @Override
  public String name() {
    return kind.kind().toLowerCase(java.util.Locale.ROOT);
  }

  /** A sync looks through the set's pods. */
  @Override
  public Duration latency(ObjectKey key, ClusterView view) {
    int pods = view.get(key).map(set -> owned.of(Meta.uid(set)).active()).orElse(0);
    return REACTION.plus(Reconciler.walkThrough(pods));
  }

  @Override
  public Watches watches() {
    return Watches.of(kind).owning(Kinds.POD).and(Kinds.POD, this::whoMayAdopt);
  }

  private Stream<ObjectKey> whoMayAdopt(Change change, ClusterView view) {
    Resource pod = change.latest();
    boolean orphan = change.after().isPresent() && Meta.controllerUid(pod).isEmpty();
    return orphan
        ? view.selecting(kind, pod.namespace(), pod.labels()).stream().map(ObjectKey::of)
        : Stream.empty();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> found = view.get(key);
    if (found.isEmpty()) {
      listing.forget(key.namespace() + "/" + key.name());
      return ReconcileResult.done();
    }
    ReplicaSet set = new ReplicaSet(found.get());
    LabelSelector selector = set.selector();
    Set<String> orphans = claim(set, selector, view, api);
    PodTally tally = PodTally.of(set, selector, owned.of(set.uid()), clock.now());
    Optional<Failure> failure =
        set.isBeingDeleted() ? Optional.empty() : resize(set, tally.active(), orphans, view, api);
    writeStatus(set, ReplicaSetStatus.of(set, tally, failure, clock), api);
    return failure.isPresent()
        ? ReconcileResult.failure()
        : tally.untilNext().map(ReconcileResult::after).orElse(ReconcileResult.done());
  }

  /** Adopts and releases, if there is anything to do; gives the UIDs of pods that nobody owned. */
  private Set<String> claim(
      ReplicaSet set, LabelSelector selector, ClusterView view, ApiClient api) {
    Set<String> orphans = view.orphans(Kinds.POD, set.namespace(), selector).stream()
        .map(Meta::uid)
        .collect(Collectors.toSet());
    if (!orphans.isEmpty() || !owned.of(set.uid()).areSelectedBy(selector)) {
      new Ownership(set.resource(), selector, view)
          .claim(Kinds.POD, pod -> new Pod(pod).isActive(), api);
    }
    return orphans;
  }

  /** Makes or deletes pods, but no more than a burst at once. */
  private Optional<Failure> resize(
      ReplicaSet set, int active, Set<String> orphans, ClusterView view, ApiClient api) {
    long surplus = active - set.replicas();
    if (surplus > 0) {
      delete((int) Math.min(surplus, BURST), set, orphans, view, api);
      return Optional.empty();
    }
    return create((int) Math.min(-surplus, Math.min(BURST, owned.room())), set, api);
  }

  private void delete(
      int count, ReplicaSet set, Set<String> orphans, ClusterView view, ApiClient api) {
    List<Pod> listed = listed(set, orphans, view);
    for (Pod pod : new DeletionOrder(crowds(set, view), clock.now()).first(count, listed)) {
      api.delete(pod.resource());
      api.events().normal(set.resource(), "SuccessfulDelete", "Deleted pod: " + pod.name());
    }
  }

  /** Its pods as Kubernetes lists them: those that it has just adopted come last. */
  private List<Pod> listed(ReplicaSet set, Set<String> orphans, ClusterView view) {
    List<Pod> before = new ArrayList<>();
    List<Pod> adopted = new ArrayList<>();
    LabelSelector selector = set.selector();
    boolean allSelected = owned.of(set.uid()).areSelectedBy(selector);
    for (Resource resource : view.ownedBy(set.uid(), Kinds.POD)) {
      Pod pod = new Pod(resource);
      if (pod.isActive() && (allSelected || selector.matches(pod.labels()))) {
        (orphans.contains(pod.uid()) ? adopted : before).add(pod);
      }
    }
    listing.arrange(set.resource().namespace() + "/" + set.resource().name(), before);
    listing.arrange(set.resource().namespace(), adopted);
    before.addAll(adopted);
    return before;
  }

  /**
   * How many pods the sets of the same controller have on a node: where those crowd, one can go. Of a
   * set that nobody controls Kubernetes does not look where the pods are.
   */
  private ToIntFunction<String> crowds(ReplicaSet set, ClusterView view) {
    Optional<String> controller = Meta.controllerUid(set.resource());
    List<Resource> sets = controller.map(uid -> view.ownedBy(uid, kind)).orElse(List.of());
    List<PodCounts> related = sets.stream().map(it -> owned.of(Meta.uid(it))).toList();
    return node -> related.stream().mapToInt(counts -> counts.activeOn(node)).sum();
  }

  /** What went wrong on the way. */
  record Failure(String reason, String message) {}

  /**
   * One at first, then twice as many each time, so that a refusal is met once and not a thousand
   * times.
   */
  private static Optional<Failure> create(int count, ReplicaSet set, ApiClient api) {
    int left = count;
    for (int batch = 1; left > 0; batch *= 2) {
      Optional<Failure> failure = Optional.empty();
      int size = Math.min(batch, left);
      for (int i = 0; i < size; i++) {
        Answer answer = api.create(PodControl.podOf(set.resource()));
        if (answer.isForEndingNamespace()) {
          return Optional.empty();
        }
        failure = answer.accepted() ? failure : Optional.of(tellRefusal(answer, set, api));
        answer
            .object()
            .ifPresent(pod -> api.events()
                .normal(set.resource(), "SuccessfulCreate", "Created pod: " + pod.name()));
      }
      if (failure.isPresent()) {
        return failure;
      }
      left -= size;
    }
    return Optional.empty();
  }

  private static Failure tellRefusal(Answer answer, ReplicaSet set, ApiClient api) {
    api.events().warning(set.resource(), "FailedCreate", "Error creating: " + answer.message());
    return new Failure("FailedCreate", answer.message());
  }

  private static void writeStatus(ReplicaSet set, Resource wanted, ApiClient api) {
    if (!wanted.at("status").sameAs(set.resource().at("status"))) {
      api.updateStatus(wanted.without("metadata", "resourceVersion"));
    }
  }
}
