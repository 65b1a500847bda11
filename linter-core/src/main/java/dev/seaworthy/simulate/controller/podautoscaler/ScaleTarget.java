package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.server.ScalePaths;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;

/**
 * The pods that an autoscaler measures: those that its workload selects.
 *
 * @param reason why they can't be told from others, as conditions name it; empty if they can
 * @param event the same as events name it
 * @param problem the same in words
 */
record ScaleTarget(List<Resource> pods, String reason, String event, String problem) {

  static ScaleTarget of(Autoscaler autoscaler, Resource workload, ClusterView view) {
    LabelSelector selector = ScalePaths.of(workload, view).selectorOf(workload);
    if (selector.isAbsent()) {
      return new ScaleTarget(
          List.of(), "InvalidSelector", "SelectorRequired", "the target's scale has no selector");
    }
    List<Resource> pods = view.select(Kinds.POD, workload.namespace(), selector);
    return view.list(Kinds.HORIZONTAL_POD_AUTOSCALER, workload.namespace()).stream()
        .filter(other -> !other.name().equals(autoscaler.resource().name()))
        .filter(other -> shares(pods, other, view))
        .findFirst()
        .map(other -> ambiguous(pods, other))
        .orElseGet(() -> new ScaleTarget(pods, "", "", ""));
  }

  private static boolean shares(List<Resource> pods, Resource other, ClusterView view) {
    return view.get(new Autoscaler(other).target())
        .map(target -> ScalePaths.of(target, view).selectorOf(target))
        .filter(selector -> pods.stream().anyMatch(pod -> selector.matches(pod.labels())))
        .isPresent();
  }

  private static ScaleTarget ambiguous(List<Resource> pods, Resource other) {
    String problem = "its pods are scaled by " + other + ", too";
    return new ScaleTarget(pods, "AmbiguousSelector", "AmbiguousSelector", problem);
  }
}
