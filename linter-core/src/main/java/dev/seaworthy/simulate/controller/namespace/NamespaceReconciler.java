package dev.seaworthy.simulate.controller.namespace;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Deletes what is in a namespace that is being deleted, the pods first and what else there is when
 * they are gone, and then lets the namespace go.
 */
public final class NamespaceReconciler implements Reconciler {

  /** So that all API servers know of the deletion before what is in the namespace is listed. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final long FINALIZERS_TAKE = 15;
  private static final long USUAL_GRACE = 30;

  private final VirtualClock clock;

  public NamespaceReconciler(VirtualClock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "namespace";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.NAMESPACE, (change, view) -> Stream.empty())
        .later(
            GRACE,
            Watches.of(
                Kinds.NAMESPACE,
                (change, view) ->
                    change.after().filter(Meta::isBeingDeleted).stream().map(ObjectKey::of)));
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> namespace = view.get(key).filter(Meta::isBeingDeleted);
    if (namespace.isEmpty()) {
      return ReconcileResult.done();
    }
    List<Resource> pods = pods(key.name(), view);
    long estimate = graceOf(pods, namespace.get());
    deleteAll(pods, api);
    List<Resource> left = pods(key.name(), view);
    if (!left.isEmpty()) {
      say(namespace.get(), List.of(), api);
      return again(estimate, left);
    }
    deleteAll(all(key.name(), view), api);
    left = all(key.name(), view);
    say(namespace.get(), left, api);
    if (left.isEmpty()) {
      api.finalizeNamespace(namespace.get());
      return ReconcileResult.done();
    }
    return again(0, left);
  }

  private void say(Resource namespace, List<Resource> left, ApiClient api) {
    Resource told = DeletionConditions.of(namespace, left, clock);
    if (!told.at("status").sameAs(namespace.at("status"))) {
      api.updateStatus(told.without("metadata", "resourceVersion"));
    }
  }

  private static List<Resource> pods(String namespace, ClusterView view) {
    return List.copyOf(view.list(Kinds.POD, namespace));
  }

  private static List<Resource> all(String namespace, ClusterView view) {
    return view.all().stream()
        .filter(object -> object.namespace().equals(namespace))
        .toList();
  }

  private static void deleteAll(List<Resource> objects, ApiClient api) {
    objects.forEach(
        object -> api.delete(ObjectKey.of(object), Deletion.NORMAL.of(Meta.uid(object))));
  }

  /** How many seconds the pods may take to stop; 0 if they should have stopped by now. */
  private long graceOf(List<Resource> pods, Resource namespace) {
    long longest = pods.stream()
        .filter(pod -> !new Pod(pod).isFinished())
        .mapToLong(pod -> pod.at("spec", "terminationGracePeriodSeconds").longOr(USUAL_GRACE))
        .max()
        .orElse(0);
    String deleted = namespace.at("metadata", "deletionTimestamp").text();
    Duration since = Duration.between(VirtualClock.instant(deleted), clock.now());
    return since.toSeconds() >= longest ? 0 : longest;
  }

  /** Half of the time that it may take; what no finalizer holds should be gone already. */
  private static ReconcileResult again(long estimate, List<Resource> left) {
    boolean isHeld = left.stream().anyMatch(object -> !Finalizers.of(object).isEmpty());
    if (estimate == 0 && !isHeld) {
      return ReconcileResult.failure();
    }
    long seconds = estimate > 0 ? estimate : FINALIZERS_TAKE;
    return ReconcileResult.after(Duration.ofSeconds(seconds / 2 + 1));
  }
}
