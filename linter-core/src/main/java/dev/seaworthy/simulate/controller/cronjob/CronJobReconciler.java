package dev.seaworthy.simulate.controller.cronjob;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.OwnedPods;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the Jobs of CronJobs when they are due. Between two starts nothing happens: a look is
 * planned for the next one.
 */
public final class CronJobReconciler implements Reconciler {

  private final VirtualClock clock;
  private final OwnedPods owned;
  private final Map<ObjectKey, String> schedules = new HashMap<>();

  public CronJobReconciler(VirtualClock clock, OwnedPods owned) {
    this.clock = clock;
    this.owned = owned;
  }

  @Override
  public String name() {
    return "cronjob";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.CRON_JOB).owning(Kinds.JOB);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Resource> found = view.get(key);
    if (found.isEmpty()) {
      schedules.remove(key);
      return ReconcileResult.done();
    }
    CronJob cronJob = new CronJob(found.get());
    Instant now = clock.now();
    return isRescheduled(key, cronJob)
        ? whenNextDue(cronJob, now)
        : new CronJobSync(cronJob, jobs(cronJob, view), api, now).run(owned.room());
  }

  /** A schedule that was changed is heeded from its next time on, not for what it would have missed. */
  private boolean isRescheduled(ObjectKey key, CronJob cronJob) {
    String schedule = cronJob.timeZone() + " " + cronJob.schedule();
    String former = schedules.put(key, schedule);
    return former != null && !former.equals(schedule);
  }

  private static ReconcileResult whenNextDue(CronJob cronJob, Instant now) {
    return cronJob
        .zone()
        .flatMap(zone -> Schedule.of(cronJob.schedule(), zone))
        .flatMap(schedule -> cronJob.startTimes(schedule, now).untilNext())
        .map(ReconcileResult::after)
        .orElse(ReconcileResult.done());
  }

  private static List<Job> jobs(CronJob cronJob, ClusterView view) {
    return view.ownedBy(cronJob.uid(), Kinds.JOB).stream()
        .filter(job -> Meta.controllerUid(job).equals(Optional.of(cronJob.uid())))
        .map(Job::new)
        .toList();
  }
}
