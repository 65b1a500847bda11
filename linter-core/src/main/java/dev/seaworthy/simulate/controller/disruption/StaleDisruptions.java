package dev.seaworthy.simulate.controller.disruption;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.Optional;

/** Takes back the mark of a pod that was to be disrupted, if two minutes later nobody deletes it. */
public final class StaleDisruptions implements Reconciler {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final String TYPE = "DisruptionTarget";
  private static final String BY_KUBELET = "TerminationByKubelet";

  private final VirtualClock clock;

  public StaleDisruptions(VirtualClock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "disruption-stale-pods";
  }

  @Override
  public Watches watches() {
    return Watches.of(
        Kinds.POD,
        (change, view) ->
            change.after().filter(pod -> mark(pod).isPresent()).stream().map(ObjectKey::of));
  }

  /** The mark, if it can become stale. */
  private static Optional<Node> mark(Resource resource) {
    Pod pod = new Pod(resource);
    Node condition = Conditions.of(resource).get(TYPE);
    boolean isMarked = condition.get("status").text().equals("True")
        && !condition.get("reason").text().equals(BY_KUBELET);
    return isMarked && pod.isActive() ? Optional.of(condition) : Optional.empty();
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> pod = view.get(key);
    Optional<Duration> left = pod.flatMap(StaleDisruptions::mark)
        .map(mark -> VirtualClock.instant(mark.get("lastTransitionTime").text()).plus(TIMEOUT))
        .map(stale -> Duration.between(clock.now(), stale));
    if (left.isEmpty()) {
      return ReconcileResult.done();
    }
    if (left.get().compareTo(Duration.ZERO) > 0) {
      return ReconcileResult.after(left.get());
    }
    api.updateStatus(Conditions.of(pod.get()).with(TYPE, "False", "", "", clock).in(pod.get()));
    return ReconcileResult.done();
  }
}
