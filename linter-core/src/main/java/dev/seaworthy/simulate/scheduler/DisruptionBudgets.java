package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.scheduler.framework.PodInfo;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose going would violate a disruption budget, as far as budgets have been worked out. */
final class DisruptionBudgets {

  private final ClusterView view;

  DisruptionBudgets(ClusterView view) {
    this.view = view;
  }

  /**
   * The UIDs of those of {@code pods} for which nothing is left of a budget when the ones before
   * them go, too.
   */
  Set<String> violatedBy(List<PodInfo> pods) {
    Map<ObjectKey, Long> left = new HashMap<>();
    Set<String> violating = new HashSet<>();
    for (PodInfo pod : pods) {
      Resource resource = pod.resource();
      for (Resource budget :
          view.selecting(Kinds.POD_DISRUPTION_BUDGET, resource.namespace(), resource.labels())) {
        boolean isReleased =
            budget.at("status", "disruptedPods").get(resource.name()).isPresent();
        if (!isReleased
            && left.merge(ObjectKey.of(budget), allowed(budget) - 1, (a, b) -> a - 1) < 0) {
          violating.add(pod.uid());
        }
      }
    }
    return violating;
  }

  private static long allowed(Resource budget) {
    return budget.at("status", "disruptionsAllowed").longOr(0);
  }
}
