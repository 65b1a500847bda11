package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.OwnedPods;
import dev.seaworthy.simulate.controller.Ownership;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Deployment;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.ReplicaSet;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Brings a Deployment's pods to its template and number, through ReplicaSets. */
public final class DeploymentReconciler implements Reconciler {

  private static final Duration READS_AND_WRITES = Duration.ofMillis(6);

  private final OwnedPods owned;
  private final VirtualClock clock;

  public DeploymentReconciler(OwnedPods owned, VirtualClock clock) {
    this.owned = owned;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "deployment";
  }

  /** One sync is several reads and writes and a walk through the pods; the next one waits for it. */
  @Override
  public Duration latency(ObjectKey key, ClusterView view) {
    long pods = view.get(key).map(it -> new Deployment(it).counted("replicas")).orElse(0L);
    return READS_AND_WRITES.plus(Reconciler.walkThrough(pods));
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.DEPLOYMENT)
        .owning(Kinds.REPLICA_SET, change -> !isRescaled(change))
        .later(
            READS_AND_WRITES,
            Watches.of(Kinds.DEPLOYMENT, (change, view) -> Stream.empty())
                .owning(Kinds.REPLICA_SET, DeploymentReconciler::isRescaled))
        .and(Kinds.REPLICA_SET, DeploymentReconciler::whoMayAdopt)
        .and(Kinds.POD, DeploymentReconciler::whoWaitsForTheEnd);
  }

  /**
   * A ReplicaSet that is scaled acts on that, and reports it, before its Deployment has taken it back:
   * what is heard meanwhile is seen together.
   */
  private static boolean isRescaled(Change change) {
    Node before = change.before().map(DeploymentReconciler::scale).orElse(Absent.INSTANCE);
    return before.isPresent()
        && change.after().isPresent()
        && !before.sameAs(scale(change.latest()));
  }

  private static Node scale(Resource set) {
    return Mapping.of(
        "wanted", set.at("spec", "replicas"), "seen", set.at("status", "observedGeneration"));
  }

  private static Stream<ObjectKey> whoMayAdopt(Change change, ClusterView view) {
    Resource set = change.latest();
    boolean orphan = change.after().isPresent() && Meta.controllerUid(set).isEmpty();
    return orphan
        ? view.selecting(Kinds.DEPLOYMENT, set.namespace(), set.labels()).stream()
            .map(ObjectKey::of)
        : Stream.empty();
  }

  /** Recreate waits until the last old pod is gone. */
  private static Stream<ObjectKey> whoWaitsForTheEnd(Change change, ClusterView view) {
    if (!change.isRemoval()) {
      return Stream.empty();
    }
    Resource pod = change.latest();
    return pod
        .controller()
        .flatMap(owner ->
            view.get(Kinds.REPLICA_SET, pod.namespace(), owner.get("name").text()))
        .flatMap(Resource::controller)
        .map(owner ->
            new ObjectKey(Kinds.DEPLOYMENT, pod.namespace(), owner.get("name").text()))
        .filter(key -> view.get(key).map(it -> !new Deployment(it).isRolling()).orElse(false))
        .stream();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Deployment> found = view.get(key).map(Deployment::new);
    if (found.isEmpty()) {
      return ReconcileResult.done();
    }
    Deployment deployment = found.get();
    Ownership ownership = new Ownership(deployment.resource(), deployment.selector(), view);
    List<ReplicaSet> sets = ownership.claim(Kinds.REPLICA_SET, set -> true, api).stream()
        .map(ReplicaSet::new)
        .toList();
    return bring(new Rollout(deployment, sets, api, clock));
  }

  private ReconcileResult bring(Rollout rollout) {
    if (rollout.deployment().isBeingDeleted()) {
      rollout.writeStatus(DeploymentStatus.counted(rollout));
      return ReconcileResult.done();
    }
    rollout.writeStatus(ProgressingCondition.pausing(rollout.deployment(), rollout.clock()));
    Revisions.follow(rollout);
    if (rollout.deployment().isPaused() || isResized(rollout)) {
      return scale(rollout);
    }
    return rollout.deployment().isRolling() ? roll(rollout) : recreate(rollout);
  }

  /** Whether the Deployment has another size than when its sets got theirs. */
  private static boolean isResized(Rollout rollout) {
    long wanted = rollout.deployment().replicas();
    return rollout.sets().stream()
        .filter(set -> set.replicas() > 0)
        .anyMatch(set -> Annotations.desired(set).map(size -> size != wanted).orElse(false));
  }

  private static ReconcileResult scale(Rollout rollout) {
    share(rollout);
    if (rollout.deployment().isPaused()) {
      History.prune(rollout);
    }
    rollout.writeStatus(DeploymentStatus.counted(rollout));
    return ReconcileResult.done();
  }

  private static void share(Rollout rollout) {
    Deployment deployment = rollout.deployment();
    List<ReplicaSet> active =
        rollout.sets().stream().filter(set -> set.replicas() > 0).toList();
    Optional<ReplicaSet> only = onlyOrLatest(rollout, active);
    if (only.isPresent()) {
      rollout.scale(only.get(), deployment.replicas());
    } else if (isSaturated(rollout)) {
      rollout.oldWithPods().forEach(set -> rollout.scale(set, 0));
    } else if (deployment.isRolling()) {
      List<ProportionalScaling.Member> members = new ArrayList<>();
      for (ReplicaSet set : active) {
        long most = Annotations.most(set);
        members.add(
            new ProportionalScaling.Member(set, most > 0 ? most : deployment.counted("replicas")));
      }
      ProportionalScaling.sizes(
              members, deployment.replicas() + deployment.maxSurge(), deployment.replicas() == 0)
          .forEach(rollout::resize);
    }
  }

  /** The set that a change of size concerns alone: the only one with pods, or without any the new. */
  private static Optional<ReplicaSet> onlyOrLatest(Rollout rollout, List<ReplicaSet> active) {
    if (active.size() > 1) {
      return Optional.empty();
    }
    if (active.size() == 1) {
      return Optional.of(active.get(0));
    }
    List<ReplicaSet> old = rollout.old();
    return rollout.fresh().or(() -> old.stream().reduce((first, second) -> second));
  }

  private static boolean isSaturated(Rollout rollout) {
    long wanted = rollout.deployment().replicas();
    return rollout
        .fresh()
        .map(set -> set.replicas() == wanted
            && set.counted("availableReplicas") == wanted
            && Annotations.desired(set).map(size -> size == wanted).orElse(false))
        .orElse(false);
  }

  private static ReconcileResult roll(Rollout rollout) {
    if (!Revisions.ensure(rollout)) {
      return ReconcileResult.failure();
    }
    ReplicaSet fresh = rollout.fresh().orElseThrow();
    long size =
        RollingUpdate.newSize(rollout.deployment(), fresh.replicas(), rollout.wantedInAll());
    if (rollout.scale(fresh, size)) {
      return report(rollout);
    }
    Map<ReplicaSet, Long> sizes =
        RollingUpdate.oldSizes(rollout.deployment(), rollout.oldWithPods(), fresh);
    boolean scaled = false;
    for (Map.Entry<ReplicaSet, Long> entry : sizes.entrySet()) {
      scaled |= rollout.scale(entry.getKey(), entry.getValue());
    }
    return scaled ? report(rollout) : finish(rollout);
  }

  private ReconcileResult recreate(Rollout rollout) {
    List<ReplicaSet> withPods = rollout.oldWithPods();
    if (!withPods.isEmpty()) {
      withPods.forEach(set -> rollout.scale(set, 0));
      return report(rollout);
    }
    if (anyOldPodRuns(rollout)) {
      return report(rollout);
    }
    if (!Revisions.ensure(rollout)) {
      return ReconcileResult.failure();
    }
    rollout.scale(rollout.fresh().orElseThrow(), rollout.deployment().replicas());
    return finish(rollout);
  }

  private boolean anyOldPodRuns(Rollout rollout) {
    return rollout.old().stream()
        .anyMatch(set -> set.counted("replicas") > 0 || owned.of(set.uid()).unfinished() > 0);
  }

  private static ReconcileResult finish(Rollout rollout) {
    if (ProgressingCondition.isComplete(rollout.deployment())) {
      History.prune(rollout);
    }
    return report(rollout);
  }

  private static ReconcileResult report(Rollout rollout) {
    Deployment before = rollout.deployment();
    String fresh = rollout.fresh().map(ReplicaSet::name).orElse("");
    Resource judged = ProgressingCondition.judged(
        before, DeploymentStatus.counted(rollout), fresh, rollout.clock());
    rollout.writeStatus(DeploymentStatus.withFailure(judged, rollout));
    return ProgressingCondition.untilDeadline(
            rollout.deployment(), rollout.clock().now())
        .map(ReconcileResult::after)
        .orElse(ReconcileResult.done());
  }
}
