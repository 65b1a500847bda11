package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks after HorizontalPodAutoscalers: once a period for as long as a look can find anything new, for
 * the first time a period after they were made.
 */
public final class AutoscalerReconciler implements Reconciler {

  private final Autoscaling autoscaling;
  private final VirtualClock clock;
  private final Map<ObjectKey, ScalingHistory> histories = new HashMap<>();
  private final Map<ObjectKey, Rounds> rounds = new HashMap<>();

  public AutoscalerReconciler(Autoscaling autoscaling, VirtualClock clock) {
    this.autoscaling = autoscaling;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "horizontal-pod-autoscaler";
  }

  @Override
  public Watches watches() {
    return Watches.of(
            Kinds.HORIZONTAL_POD_AUTOSCALER,
            (change, view) -> isNews(change) ? Stream.of(change.key()) : Stream.empty())
        .andEverything(AutoscalerReconciler::whoseWorkloadMayHaveChanged);
  }

  /** All of the namespace but other autoscalers: few have one, and most changes are pods'. */
  private static Stream<ObjectKey> whoseWorkloadMayHaveChanged(Change change, ClusterView view) {
    return change.key().kind().equals(Kinds.HORIZONTAL_POD_AUTOSCALER)
            || change.key().namespace().isEmpty()
        ? Stream.empty()
        : view.list(Kinds.HORIZONTAL_POD_AUTOSCALER, change.key().namespace()).stream()
            .map(ObjectKey::of);
  }

  private static boolean isNews(Change change) {
    return change.isRemoval()
        || change
            .before()
            .map(Meta::generation)
            .filter(known -> known == Meta.generation(change.latest()))
            .isEmpty();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> found = view.get(key);
    if (found.isEmpty()) {
      histories.remove(key);
      rounds.remove(key);
      return ReconcileResult.done();
    }
    Rounds round = rounds.computeIfAbsent(key, it -> new Rounds(autoscaling.period(), clock.now()));
    Duration wait = round.untilNext(clock.now());
    if (!wait.isZero()) {
      round.hear(clock.now());
      return ReconcileResult.after(wait);
    }
    ScalingHistory history = histories.computeIfAbsent(key, it -> new ScalingHistory());
    new AutoscalerSync(new Autoscaler(found.get()), history, autoscaling.metrics(), api, clock)
        .run(view);
    boolean isUseful = round.looked(found.get(), clock.now());
    return isUseful ? ReconcileResult.after(autoscaling.period()) : ReconcileResult.done();
  }
}
