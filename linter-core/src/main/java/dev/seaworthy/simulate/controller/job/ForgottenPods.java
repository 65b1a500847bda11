package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets pods go that wait to be counted by a Job that is no more, or that has ended. */
public final class ForgottenPods implements Reconciler {

  @Override
  public String name() {
    return "job-orphan-pods";
  }

  @Override
  public Watches watches() {
    return Watches.of(
            Kinds.POD,
            (change, view) -> change
                .after()
                .filter(pod -> isTracked(pod) && isForgotten(pod, view))
                .map(ObjectKey::of)
                .stream())
        .and(Kinds.JOB, ForgottenPods::podsOfEnded);
  }

  private static Stream<ObjectKey> podsOfEnded(Change change, ClusterView view) {
    boolean isOver = change.isRemoval() || new Job(change.latest()).isFinished();
    return isOver
        ? view.ownedBy(Meta.uid(change.latest()), Kinds.POD).stream()
            .filter(ForgottenPods::isTracked)
            .map(ObjectKey::of)
        : Stream.empty();
  }

  private static boolean isTracked(Resource pod) {
    return Finalizers.has(pod, Job.TRACKING);
  }

  private static boolean isForgotten(Resource pod, ClusterView view) {
    Optional<Node> owner = pod.controller();
    if (owner.isEmpty()) {
      return true;
    }
    if (!owner.get().get("kind").text().equals("Job")) {
      return false;
    }
    return view.get(Kinds.JOB, pod.namespace(), owner.get().get("name").text())
        .filter(job -> Meta.uid(job).equals(owner.get().get("uid").text()))
        .map(Job::new)
        .map(job -> job.isManagedHere() && job.isFinished())
        .orElse(true);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    view.get(key)
        .filter(pod -> isTracked(pod) && isForgotten(pod, view))
        .map(pod -> Finalizers.without(pod, Job.TRACKING))
        .ifPresent(api::update);
    return ReconcileResult.done();
  }
}
