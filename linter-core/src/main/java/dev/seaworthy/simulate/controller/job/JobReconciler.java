package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.OwnedPods;
import dev.seaworthy.simulate.controller.Ownership;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Retries;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Sees Jobs through. Changes of what a Job asks for are heeded at once, news of its pods a second
 * later, all of that second together.
 */
public final class JobReconciler implements Reconciler {

  private static final Duration BATCH = Duration.ofSeconds(1);
  private static final Retries RETRIES = new Retries(Duration.ofSeconds(1), Duration.ofMinutes(1));

  private final VirtualClock clock;
  private final OwnedPods owned;
  private final JobPods pods = new JobPods();
  private final Map<ObjectKey, BackOff> backOffs = new HashMap<>();

  public JobReconciler(VirtualClock clock, OwnedPods owned) {
    this.clock = clock;
    this.owned = owned;
  }

  @Override
  public String name() {
    return "job";
  }

  @Override
  public Retries retries() {
    return RETRIES;
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.JOB, (change, view) -> asksForNews(change) ? self(change) : none())
        .later(
            BATCH,
            Watches.of(Kinds.JOB, (change, view) -> asksForNews(change) ? none() : self(change))
                .owning(Kinds.POD)
                .and(Kinds.POD, JobReconciler::whoMayAdopt));
  }

  private static boolean asksForNews(Change change) {
    return change.isRemoval()
        || change
            .before()
            .map(Meta::generation)
            .filter(known -> known == Meta.generation(change.latest()))
            .isEmpty();
  }

  private static Stream<ObjectKey> self(Change change) {
    boolean isOver = change.after().filter(job -> new Job(job).isFinished()).isPresent();
    return isOver ? none() : Stream.of(change.key());
  }

  private static Stream<ObjectKey> none() {
    return Stream.empty();
  }

  private static Stream<ObjectKey> whoMayAdopt(Change change, ClusterView view) {
    Resource pod = change.latest();
    boolean orphan = change.after().isPresent() && Meta.controllerUid(pod).isEmpty();
    return orphan
        ? view.selecting(Kinds.JOB, pod.namespace(), pod.labels()).stream().map(ObjectKey::of)
        : none();
  }

  @Override
  public Optional<Watch> counter() {
    return Optional.of(pods);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Job> found = view.get(key).map(Job::new);
    Optional<Job> open = found.filter(job -> job.isManagedHere() && !job.isFinished());
    if (open.isEmpty()) {
      backOffs.remove(key);
      return ReconcileResult.done();
    }
    Job job = open.get();
    claim(job, view, api);
    return new JobSync(JobState.of(job, pods.of(job.uid())), api, clock.now())
        .run(
            backOffs.getOrDefault(key, BackOff.NONE),
            owned.room(),
            backOff -> backOffs.put(key, backOff));
  }

  /** Adopts and releases, if there is anything to adopt or to release. */
  private void claim(Job job, ClusterView view, ApiClient api) {
    boolean hasStray = pods.of(job.uid()).stream()
        .map(JobPod::pod)
        .anyMatch(pod -> !job.selector().matches(pod.labels()));
    if (hasStray || !view.orphans(Kinds.POD, job.namespace(), job.selector()).isEmpty()) {
      new Ownership(job.resource(), job.selector(), view, Job.TRACKING)
          .claim(Kinds.POD, pod -> !new Pod(pod).isBeingDeleted(), api);
    }
  }
}
