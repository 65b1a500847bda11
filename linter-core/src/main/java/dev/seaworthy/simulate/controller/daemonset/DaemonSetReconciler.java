package dev.seaworthy.simulate.controller.daemonset;

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
import dev.seaworthy.simulate.object.DaemonSet;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps a pod of a DaemonSet on each node that may have one, and brings them to its template. */
public final class DaemonSetReconciler implements Reconciler {

  private static final Duration REACTION = Duration.ofMillis(1);

  /** Changed nodes wait in a queue of their own before the sets that they concern are looked at. */
  private static final Duration NODE_QUEUE = Duration.ofMillis(1);

  private final OwnedPods owned;
  private final VirtualClock clock;
  private final AllFleets fleets;

  public DaemonSetReconciler(OwnedPods owned, VirtualClock clock, Seed seed) {
    this.owned = owned;
    this.clock = clock;
    this.fleets = new AllFleets(seed);
  }

  @Override
  public String name() {
    return "daemonset";
  }

  /** A sync looks through all nodes. */
  @Override
  public Duration latency(ObjectKey key, ClusterView view) {
    int nodes = view.get(key).map(set -> fleets.of(Meta.uid(set)).size()).orElse(0);
    return REACTION.plus(Reconciler.walkThrough(nodes));
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.DAEMON_SET)
        .owning(Kinds.POD)
        .and(Kinds.POD, DaemonSetReconciler::whoMayAdopt)
        .later(NODE_QUEUE, Watches.of(Kinds.NODE, this::whoHasToAct));
  }

  private static Stream<ObjectKey> whoMayAdopt(Change change, ClusterView view) {
    Resource pod = change.latest();
    boolean isOrphan = change.after().isPresent() && Meta.controllerUid(pod).isEmpty();
    return isOrphan
        ? view.selecting(Kinds.DAEMON_SET, pod.namespace(), pod.labels()).stream()
            .map(ObjectKey::of)
        : Stream.empty();
  }

  /** That a node is gone, or that its pod may stay although none would be made, wakes nobody. */
  private Stream<ObjectKey> whoHasToAct(Change change, ClusterView view) {
    if (change.isRemoval() || !AllFleets.isOfInterest(change)) {
      return Stream.empty();
    }
    Resource node = change.latest();
    return view.list(Kinds.DAEMON_SET).stream()
        .filter(set -> hasToAct(new DaemonSet(set), node))
        .map(ObjectKey::of);
  }

  private boolean hasToAct(DaemonSet set, Resource node) {
    boolean isThere = fleets.of(set.uid()).isOn(node.name());
    Fit fit = Eligibility.of(set).fit(node);
    return isThere ? fit == Fit.GOES : fit == Fit.RUNS;
  }

  @Override
  public Optional<Watch> counter() {
    return Optional.of(fleets);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<DaemonSet> found =
        view.get(key).map(DaemonSet::new).filter(set -> !set.isBeingDeleted());
    if (found.isEmpty()) {
      return ReconcileResult.done();
    }
    DaemonSet set = found.get();
    RevisionHistory history = RevisionHistory.of(set.resource(), view, api);
    RevisionHistory.Present present = history.present();
    if (present.revision().isEmpty()) {
      return ReconcileResult.failure();
    }
    claim(set, view, api);
    ControllerRevision revision = present.revision().get();
    Terms terms = Terms.of(set, revision.hash());
    Fleet fleet = fleets.of(set.uid());
    fleet.look(set, terms, view, clock.now());
    Resource status = DaemonSetStatus.of(set, fleet.tally(), present.collisions());
    ReconcileResult result = act(set, terms, fleet, api);
    writeStatus(set, status, api);
    truncate(set, history, revision, fleet);
    return result;
  }

  /** Adopts and releases, if there is anything to adopt or to release. */
  private void claim(DaemonSet set, ClusterView view, ApiClient api) {
    LabelSelector selector = set.selector();
    if (!owned.of(set.uid()).areSelectedBy(selector)
        || !view.orphans(Kinds.POD, set.namespace(), selector).isEmpty()) {
      new Ownership(set.resource(), selector, view).claim(Kinds.POD, pod -> true, api);
    }
  }

  private ReconcileResult act(DaemonSet set, Terms terms, Fleet fleet, ApiClient api) {
    Instant now = clock.now();
    PodWriter writer = new PodWriter(set, terms.hash(), api);
    Optional<Duration> failed = writer.clear(fleet, terms.generation(), now);
    Plan placement = Plan.ofPlacement(fleet).within(owned.room());
    boolean succeeded = writer.carryOut(placement);
    if (succeeded && placement.isEmpty()) {
      succeeded = writer.carryOut(Plan.ofRollout(set, fleet).within(owned.room()));
    }
    if (!succeeded) {
      return ReconcileResult.failure();
    }
    Optional<Duration> ripe = fleet.nextAvailable().map(due -> Duration.between(now, due));
    return Stream.concat(failed.stream(), ripe.stream())
        .min(Duration::compareTo)
        .map(ReconcileResult::after)
        .orElse(ReconcileResult.done());
  }

  private static void writeStatus(DaemonSet set, Resource wanted, ApiClient api) {
    if (!wanted.at("status").sameAs(set.resource().at("status"))) {
      api.updateStatus(wanted.without("metadata", "resourceVersion"));
    }
  }

  private static void truncate(
      DaemonSet set, RevisionHistory history, ControllerRevision present, Fleet fleet) {
    List<ControllerRevision> former = history.all().stream()
        .filter(revision -> !revision.name().equals(present.name()))
        .toList();
    history.truncate(former, set.historyLimit(), revision -> fleet.hasPodsOf(revision.hash()));
  }
}
