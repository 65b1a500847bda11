package dev.seaworthy.simulate.controller.replicaset;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.Outcome;
import dev.seaworthy.simulate.controller.Ownership;
import dev.seaworthy.simulate.controller.PodTemplate;
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
import dev.seaworthy.simulate.store.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps as many pods alive for a ReplicaSet or ReplicationController as it asks for. */
public final class ReplicaSetReconciler implements Reconciler {

  private final GroupKind kind;
  private final VirtualClock clock;

  private ReplicaSetReconciler(GroupKind kind, VirtualClock clock) {
    this.kind = kind;
    this.clock = clock;
  }

  public static ReplicaSetReconciler forReplicaSets(VirtualClock clock) {
    return new ReplicaSetReconciler(Kinds.REPLICA_SET, clock);
  }

  public static ReplicaSetReconciler forReplicationControllers(VirtualClock clock) {
    return new ReplicaSetReconciler(Kinds.REPLICATION_CONTROLLER, clock);
  }

  @Override
  public String name() {
    return kind.kind().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public Watches watches() {
    return Watches.of(kind).owning(Kinds.POD).and(Kinds.POD, this::whoMayAdopt);
  }

  private Stream<ObjectKey> whoMayAdopt(Change change, ClusterView view) {
    Resource pod = change.latest();
    boolean orphan = change.after().isPresent() && Meta.controllerUid(pod).isEmpty();
    return orphan
        ? view.list(kind, pod.namespace()).stream()
            .filter(set -> new ReplicaSet(set).selector().matches(pod.labels()))
            .map(ObjectKey::of)
        : Stream.empty();
  }

  @Override
  public Outcome reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<ReplicaSet> found = view.get(key).map(ReplicaSet::new);
    if (found.isEmpty()) {
      return Outcome.done();
    }
    ReplicaSet set = found.get();
    Ownership ownership = new Ownership(set.resource(), set.selector(), view);
    List<Pod> leaving = podsOf(ownership.members(Kinds.POD)).stream()
        .filter(Pod::isBeingDeleted)
        .filter(pod -> !pod.isFinished())
        .toList();
    List<Pod> pods = podsOf(ownership.claim(Kinds.POD, pod -> new Pod(pod).isActive(), api));
    Optional<Failure> failure = set.isBeingDeleted()
        ? Optional.empty()
        : apply(Plan.of(set.replicas(), pods, relatedTo(set, view), clock.now()), set, api);
    writeStatus(set, ReplicaSetStatus.of(set, pods, leaving, failure, clock), api);
    return failure.isPresent() ? Outcome.failure() : nextLook(set, pods);
  }

  private static List<Pod> podsOf(List<Resource> resources) {
    return resources.stream().map(Pod::new).toList();
  }

  /** All pods of the sets that the same controller owns: where those crowd, one can go. */
  private List<Pod> relatedTo(ReplicaSet set, ClusterView view) {
    String controller = Meta.controllerUid(set.resource()).orElse("");
    List<Resource> sets =
        controller.isEmpty() ? List.of(set.resource()) : view.ownedBy(controller, kind);
    List<Pod> related = new ArrayList<>();
    sets.forEach(other -> related.addAll(podsOf(view.ownedBy(Meta.uid(other), Kinds.POD))));
    return related;
  }

  /** What went wrong on the way. */
  record Failure(String reason, String message) {}

  private static Optional<Failure> apply(Plan plan, ReplicaSet set, ApiClient api) {
    for (Pod pod : plan.deletions()) {
      api.delete(pod.resource());
      api.events().normal(set.resource(), "SuccessfulDelete", "Deleted pod: " + pod.name());
    }
    return create(plan.creations(), set, api);
  }

  /** One at first, then twice as many each time, so that a refusal is met once and not a thousand times. */
  private static Optional<Failure> create(int count, ReplicaSet set, ApiClient api) {
    int left = count;
    for (int batch = 1; left > 0; batch *= 2) {
      Optional<Failure> failure = Optional.empty();
      int size = Math.min(batch, left);
      for (int i = 0; i < size; i++) {
        Answer answer = api.create(PodTemplate.podOf(set.resource()));
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

  /** When the next pod will have been ready for long enough. */
  private Outcome nextLook(ReplicaSet set, List<Pod> pods) {
    long seconds = set.minReadySeconds();
    if (seconds == 0) {
      return Outcome.done();
    }
    Instant now = clock.now();
    return pods.stream()
        .filter(pod -> pod.isReady() && !pod.isAvailable(seconds, now))
        .flatMap(pod -> pod.readySince().stream())
        .min(Instant::compareTo)
        .map(since -> Outcome.after(Duration.between(now, since.plusSeconds(seconds))))
        .orElse(Outcome.done());
  }

  /** How to get from the pods that are to the pods that are wanted. Touches nothing. */
  record Plan(int creations, List<Pod> deletions) {

    /** No more than this is done at once. */
    private static final int BURST = 500;

    static Plan of(long wanted, List<Pod> active, List<Pod> related, Instant now) {
      int surplus = (int) (active.size() - wanted);
      if (surplus <= 0) {
        return new Plan(Math.min(-surplus, BURST), List.of());
      }
      int leaving = Math.min(surplus, BURST);
      return new Plan(0, new DeletionOrder(related, now).first(leaving, active));
    }
  }
}
