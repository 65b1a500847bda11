package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.object.Selectors;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The eviction API: deletion that asks the disruption budgets first. A pod that nobody can miss (it
 * has ended, never started, or is going already) goes without asking.
 */
final class Eviction {

  static final int TOO_MANY_REQUESTS = 429;

  private final ApiClient api;
  private final Cluster cluster;

  Eviction(Cluster cluster) {
    this.cluster = cluster;
    this.api = cluster.api();
  }

  Answer evict(Resource resource, Optional<Duration> grace) {
    Pod pod = new Pod(resource);
    if (pod.isFinished() || pod.phase().equals("Pending") || pod.isBeingDeleted()) {
      return delete(resource, grace);
    }
    List<Resource> budgets = api.view().list(Kinds.POD_DISRUPTION_BUDGET, pod.namespace()).stream()
        .filter(budget -> Selectors.of(budget).matches(pod.labels()))
        .toList();
    if (budgets.size() > 1) {
      return Answer.refused(
          500,
          "InternalError",
          "%s is under more than one PodDisruptionBudget; an eviction knows only one"
              .formatted(resource));
    }
    Optional<Answer> refusal = budgets.stream().findFirst().flatMap(budget -> ask(budget, pod));
    return refusal.orElseGet(() -> {
      mark(resource);
      return delete(resource, grace);
    });
  }

  /** Takes one disruption from the budget; gives a refusal if there is none to take. */
  private Optional<Answer> ask(Resource budget, Pod pod) {
    Node status = budget.at("status");
    if (!pod.isReady() && mayGoUnready(budget)) {
      return Optional.empty();
    }
    boolean isCurrent = status.get("observedGeneration").longOr(0) >= Meta.generation(budget);
    long allowed = status.get("disruptionsAllowed").longOr(0);
    if (!isCurrent || allowed <= 0) {
      return Optional.of(Answer.refused(
          TOO_MANY_REQUESTS,
          "TooManyRequests",
          "Cannot evict pod as it would violate the pod's disruption budget."));
    }
    Resource changed = budget
        .with("status.disruptionsAllowed", Scalar.of(allowed - 1))
        .withAt(
            Scalar.of(VirtualClock.timestamp(cluster.now())),
            "status",
            "disruptedPods",
            pod.name());
    api.updateStatus(changed);
    return Optional.empty();
  }

  /** Whether a pod that is not ready may go although the budget is spent. */
  private static boolean mayGoUnready(Resource budget) {
    Node status = budget.at("status");
    long desired = status.get("desiredHealthy").longOr(0);
    return budget.at("spec", "unhealthyPodEvictionPolicy").text().equals("AlwaysAllow")
        || (desired > 0 && status.get("currentHealthy").longOr(0) >= desired);
  }

  private void mark(Resource pod) {
    api.updateStatus(Conditions.of(pod)
        .with(NewCondition.of(
            "DisruptionTarget",
            "True",
            "EvictionByEvictionAPI",
            "Eviction API: evicting",
            cluster.now()))
        .in(pod));
  }

  private Answer delete(Resource pod, Optional<Duration> grace) {
    Deletion how = grace.map(Deletion.NORMAL::within).orElse(Deletion.NORMAL);
    return api.delete(ObjectKey.of(pod), how);
  }
}
