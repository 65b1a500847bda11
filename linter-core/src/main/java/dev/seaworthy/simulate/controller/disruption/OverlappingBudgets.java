package dev.seaworthy.simulate.controller.disruption;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.stream.Stream;

/** Tells of pods that are under several budgets, whose evictions fail. */
public final class OverlappingBudgets implements Reconciler {

  @Override
  public String name() {
    return "disruption-overlaps";
  }

  @Override
  public Watches watches() {
    return Watches.of(
        Kinds.POD,
        (change, view) ->
            budgets(change.latest(), view).size() > 1 ? Stream.of(change.key()) : Stream.empty());
  }

  private static List<Resource> budgets(Resource pod, ClusterView view) {
    return view.selecting(Kinds.POD_DISRUPTION_BUDGET, pod.namespace(), pod.labels());
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    view.get(key).ifPresent(pod -> {
      List<Resource> budgets = budgets(pod, view);
      if (budgets.size() > 1) {
        api.events()
            .warning(
                pod,
                "MultiplePodDisruptionBudgets",
                "Pod is under several PodDisruptionBudgets; of them "
                    + budgets.get(0).name() + " is heeded");
      }
    });
    return ReconcileResult.done();
  }
}
