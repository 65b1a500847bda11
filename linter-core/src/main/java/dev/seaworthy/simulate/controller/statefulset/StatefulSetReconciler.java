package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.OwnedPods;
import dev.seaworthy.simulate.controller.Ownership;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.controller.history.ControllerRevision;
import dev.seaworthy.simulate.controller.history.RevisionHistory;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.StatefulSet;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Keeps a pod for each ordinal of a StatefulSet and brings them to its template. */
public final class StatefulSetReconciler implements Reconciler {

  private final OwnedPods owned;
  private final VirtualClock clock;
  private final Seed seed;
  private final SplittableRandom chance;
  private final AllMembers members = new AllMembers();
  private final Map<String, Retention> retentions = new HashMap<>();

  public StatefulSetReconciler(OwnedPods owned, VirtualClock clock, Seed seed) {
    this.owned = owned;
    this.clock = clock;
    this.seed = seed;
    this.chance = seed.stream("members made together");
  }

  @Override
  public String name() {
    return "statefulset";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.STATEFUL_SET)
        .owning(Kinds.POD)
        .and(Kinds.POD, StatefulSetReconciler::whoMayAdopt);
  }

  private static Stream<ObjectKey> whoMayAdopt(Change change, ClusterView view) {
    Resource pod = change.latest();
    boolean isOrphan = change.after().isPresent() && Meta.controllerUid(pod).isEmpty();
    return isOrphan
        ? view.selecting(Kinds.STATEFUL_SET, pod.namespace(), pod.labels()).stream()
            .filter(set -> isMember(set, pod))
            .map(ObjectKey::of)
        : Stream.empty();
  }

  private static boolean isMember(Resource set, Resource pod) {
    return AllMembers.ordinal(set.name(), pod.name()).isPresent();
  }

  @Override
  public Optional<Watch> counter() {
    return Optional.of(members);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<StatefulSet> found = view.get(key).map(StatefulSet::new);
    if (found.isEmpty()) {
      return ReconcileResult.done();
    }
    StatefulSet set = found.get();
    RevisionHistory history = RevisionHistory.of(set.resource(), view, api);
    Optional<Revisions> revisions = Revisions.of(set, history);
    if (revisions.isEmpty()) {
      return ReconcileResult.failure();
    }
    adopt(set, view, api);
    return reconcile(set, history, revisions.get(), api);
  }

  /** Adopts pods that have a member's name and labels, if there are any. */
  private static void adopt(StatefulSet set, ClusterView view, ApiClient api) {
    LabelSelector selector = set.selector();
    if (!view.orphans(Kinds.POD, set.namespace(), selector).isEmpty()) {
      new Ownership(set.resource(), selector, view)
          .claim(Kinds.POD, pod -> isMember(set.resource(), pod), api);
    }
  }

  private ReconcileResult reconcile(
      StatefulSet set, RevisionHistory history, Revisions revisions, ApiClient api) {
    PodWriter writer = new PodWriter(set, revisions, api, () -> seed.choose(2, chance) == 1);
    writer.check(members.of(set.uid()).takeRelabelled());
    settleClaims(set, writer, api);
    Instant now = clock.now();
    Resource status = StatefulSetStatus.of(set, members.of(set.uid()), revisions, now);
    String update = revisions.update().name();
    boolean succeeded = set.isBeingDeleted()
        || writer.carryOut(Plan.of(set, members.of(set.uid()), update, owned.room(), now));
    writeStatus(set, status, api);
    truncate(set, history, revisions);
    return succeeded ? untilNextIsAvailable(set, now) : ReconcileResult.failure();
  }

  /** After another policy or size each claim is looked at once; new pods' claims when they are made. */
  private void settleClaims(StatefulSet set, PodWriter writer, ApiClient api) {
    Retention retention = Retention.of(set);
    Retention former = retentions.getOrDefault(set.uid(), Retention.KEPT);
    if (!retention.equals(former) && !set.isBeingDeleted()) {
      retentions.put(set.uid(), retention);
      members.of(set.uid()).all().forEach(pod -> writer.settle(pod, retention));
    }
  }

  private static void writeStatus(StatefulSet set, Resource wanted, ApiClient api) {
    if (!wanted.at("status").sameAs(set.resource().at("status"))) {
      api.updateStatus(wanted.without("metadata", "resourceVersion"));
    }
  }

  private void truncate(StatefulSet set, RevisionHistory history, Revisions revisions) {
    Members pods = members.of(set.uid());
    List<ControllerRevision> former = history.all().stream()
        .filter(revision -> !revision.name().equals(revisions.current().name()))
        .filter(revision -> !revision.name().equals(revisions.update().name()))
        .filter(revision -> !pods.any(revision.name()))
        .toList();
    history.truncate(former, set.historyLimit(), live -> false);
  }

  private ReconcileResult untilNextIsAvailable(StatefulSet set, Instant now) {
    Instant latest = now.minusSeconds(set.minReadySeconds());
    return members
        .of(set.uid())
        .nextReadyAfter(latest)
        .map(since -> ReconcileResult.after(Duration.between(latest, since)))
        .orElse(ReconcileResult.done());
  }
}
