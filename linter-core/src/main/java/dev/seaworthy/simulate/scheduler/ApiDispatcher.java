package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.scheduler.framework.PodInfo;
import dev.seaworthy.simulate.server.Actor;
import dev.seaworthy.simulate.server.ApiClient;

/** What the scheduler writes when it has decided. */
final class ApiDispatcher {

  private static final String NOMINATION = "nominatedNodeName";

  private final ApiClient api;
  private final VirtualClock clock;

  ApiDispatcher(ApiClient api, VirtualClock clock) {
    this.api = api;
    this.clock = clock;
  }

  /** Gives {@code pod} its node; says whether the server took it. */
  boolean bind(Pod pod, String node) {
    if (!api.bind(pod.resource(), node).accepted()) {
      return false;
    }
    api.events()
        .normal(
            pod.resource(),
            "Scheduled",
            "Successfully assigned " + pod.namespace() + "/" + pod.name() + " to " + node);
    return true;
  }

  /**
   * Tells that {@code pod} has no node.
   *
   * @param nominated where room is being made for it; empty if nowhere
   */
  void unschedulable(Pod pod, String message, String nominated) {
    api.events().warning(pod.resource(), "FailedScheduling", message);
    Resource told = Conditions.of(pod.resource())
        .with("PodScheduled", "False", "Unschedulable", message, clock)
        .in(pod.resource());
    api.updateStatus(withNomination(told, nominated));
  }

  private static Resource withNomination(Resource pod, String node) {
    return node.isEmpty()
        ? pod.without("status", NOMINATION)
        : pod.with("status." + NOMINATION, Scalar.of(node));
  }

  /** Tells that no room is being made for {@code pod} any more. */
  void clearNomination(PodInfo pod) {
    api.view()
        .get(ObjectKey.of(pod.resource()))
        .ifPresent(stored -> api.updateStatus(withNomination(stored, "")));
  }

  /** Drives {@code victim} away for {@code preemptor}; one that leaves already is let alone. */
  void evict(PodInfo victim, Pod preemptor, String node) {
    if (victim.terminating()) {
      return;
    }
    Resource condemned = Conditions.of(victim.resource())
        .with(
            "DisruptionTarget",
            "True",
            Scheduler.PREEMPTION_REASON,
            Scheduler.NAME + ": preempting to accommodate a higher priority pod",
            clock)
        .in(victim.resource());
    Resource stored = api.updateStatus(condemned.without("metadata", "resourceVersion"))
        .object()
        .orElse(victim.resource());
    api.events()
        .normal(stored, "Preempted", "Preempted by pod " + preemptor.uid() + " on node " + node);
    api.actingAs(
        new Actor(Scheduler.NAME, ObjectKey.of(preemptor.resource())), () -> api.delete(stored));
  }
}
