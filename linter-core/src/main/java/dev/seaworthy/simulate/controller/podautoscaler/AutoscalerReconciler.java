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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Looks after HorizontalPodAutoscalers: at once when they are made or changed, then once a period,
 * because nobody tells of a load that grows.
 */
public final class AutoscalerReconciler implements Reconciler {

  private final Autoscaling autoscaling;
  private final VirtualClock clock;
  private final Map<ObjectKey, ScalingHistory> histories = new HashMap<>();

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
        (change, view) -> isNews(change) ? Stream.of(change.key()) : Stream.empty());
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
      return ReconcileResult.done();
    }
    ScalingHistory history = histories.computeIfAbsent(key, it -> new ScalingHistory());
    new AutoscalerSync(new Autoscaler(found.get()), history, autoscaling.metrics(), api, clock)
        .run(view);
    return ReconcileResult.after(autoscaling.period());
  }
}
