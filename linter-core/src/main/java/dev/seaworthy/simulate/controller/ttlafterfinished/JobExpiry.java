package dev.seaworthy.simulate.controller.ttlafterfinished;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Deletes a Job and then its pods when {@code ttlSecondsAfterFinished} has passed since its end. */
public final class JobExpiry implements Reconciler {

  private final VirtualClock clock;

  public JobExpiry(VirtualClock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "ttl-after-finished";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.JOB);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Job> job = view.get(key).map(Job::new).filter(found -> !found.isBeingDeleted());
    Optional<Duration> left =
        job.flatMap(JobExpiry::expiry).map(expiry -> Duration.between(clock.now(), expiry));
    if (left.isEmpty()) {
      return ReconcileResult.done();
    }
    if (!left.get().isNegative() && !left.get().isZero()) {
      return ReconcileResult.after(left.get());
    }
    api.delete(key, Deletion.NORMAL.of(job.get().uid()).cascading(Deletion.Cascade.FOREGROUND));
    return ReconcileResult.done();
  }

  private static Optional<Instant> expiry(Job job) {
    return job.ttlSecondsAfterFinished()
        .flatMap(seconds -> job.end()
            .flatMap(end -> end.get("lastTransitionTime").asString())
            .map(text -> VirtualClock.instant(text).plusSeconds(seconds)));
  }
}
