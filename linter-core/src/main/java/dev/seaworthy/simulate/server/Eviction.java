package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The eviction API: deletion that asks the disruption budgets first. A pod that nobody can miss (it
 * has ended, never started, or is going already) goes without asking.
 */
final class Eviction {

  /** The server's answer has a message only. */
  private static final String NO_REASON = "";

  /** So many pods that a budget let go and that are still there are too many. */
  private static final int MOST_DISRUPTED = 2000;

  private final ApiClient api;
  private final VirtualClock clock;

  Eviction(ApiClient api, VirtualClock clock) {
    this.api = api;
    this.clock = clock;
  }

  Answer evict(Resource resource, Optional<Duration> grace) {
    Pod pod = new Pod(resource);
    if (pod.isFinished() || pod.phase().equals("Pending") || pod.isBeingDeleted()) {
      return delete(resource, grace);
    }
    List<Resource> budgets =
        api.view().selecting(Kinds.POD_DISRUPTION_BUDGET, pod.namespace(), pod.labels());
    if (budgets.size() > 1) {
      return Answer.refused(
          500,
          NO_REASON,
          "%s is under more than one PodDisruptionBudget; an eviction knows only one"
              .formatted(resource));
    }
    Optional<Answer> refusal = budgets.stream().findFirst().flatMap(budget -> ask(budget, pod));
    return refusal.orElseGet(() -> delete(resource, grace));
  }

  /** Takes one disruption from the budget; gives a refusal if there is none to take. */
  private Optional<Answer> ask(Resource budget, Pod pod) {
    if (!pod.isReady() && mayGoUnready(budget)) {
      return Optional.empty();
    }
    Optional<Answer> refusal = refusal(budget);
    if (refusal.isEmpty()) {
      take(budget, pod);
    }
    return refusal;
  }

  /** Whether a pod that is not ready may go although the budget is spent. */
  private static boolean mayGoUnready(Resource budget) {
    Node status = budget.at("status");
    long desired = status.get("desiredHealthy").longOr(0);
    return budget.at("spec", "unhealthyPodEvictionPolicy").text().equals("AlwaysAllow")
        || (desired > 0 && status.get("currentHealthy").longOr(0) >= desired);
  }

  private static Optional<Answer> refusal(Resource budget) {
    Node status = budget.at("status");
    if (status.get("observedGeneration").longOr(0) < Meta.generation(budget)) {
      return Optional.of(tryLater(budget, "is not worked out yet"));
    }
    if (status.get("disruptedPods").size() > MOST_DISRUPTED) {
      return Optional.of(Answer.refused(
          403,
          "Forbidden",
          "DisruptedPods map too big - too many evictions not confirmed by PDB controller",
          List.of(cause(budget, "has let too many pods go that are still there"))));
    }
    return status.get("disruptionsAllowed").longOr(0) > 0
        ? Optional.empty()
        : Optional.of(tryLater(
            budget,
            "needs %d healthy pods and has %d"
                .formatted(
                    status.get("desiredHealthy").longOr(0),
                    status.get("currentHealthy").longOr(0))));
  }

  private static Answer tryLater(Resource budget, String why) {
    return Answer.tryLater(
        "Cannot evict pod as it would violate the pod's disruption budget.", cause(budget, why));
  }

  private static FieldError cause(Resource budget, String why) {
    return FieldError.of(
        CauseType.DISRUPTION_BUDGET,
        FieldPath.ROOT,
        "disruption-budget",
        "The disruption budget " + budget.name() + " " + why);
  }

  private void take(Resource budget, Pod pod) {
    long allowed = budget.at("status", "disruptionsAllowed").longOr(0);
    api.updateStatus(budget
        .with("status.disruptionsAllowed", Scalar.of(allowed - 1))
        .withAt(Scalar.of(clock.timestamp()), "status", "disruptedPods", pod.name()));
  }

  private Answer delete(Resource pod, Optional<Duration> grace) {
    api.updateStatus(Conditions.of(pod)
        .with("DisruptionTarget", "True", "EvictionByEvictionAPI", "Eviction API: evicting", clock)
        .in(pod));
    Deletion how = grace.map(Deletion.NORMAL::within).orElse(Deletion.NORMAL);
    return api.delete(ObjectKey.of(pod), how);
  }
}
