package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.simulate.object.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Counts the pods that have ended. Each one is written into the status by its UID (or index) while
 * its finalizer still holds it; only then is it let go, so that none is counted twice or never.
 *
 * @param status with what is to be written before pods are let go
 * @param released the pods to let go then
 * @param isWhole whether all were looked at, and not so many that the rest must wait
 */
record Accounting(JobStatus status, List<JobPod> released, boolean isWhole) {

  /** How many UIDs a status holds at most. */
  private static final int MOST_UNCOUNTED = 500;

  /**
   * @param status so far
   * @param end why the Job ends, if it does
   */
  static Accounting of(JobState state, JobStatus status, Optional<JobCondition> end) {
    return new Ledger(state, status, end).close();
  }

  /** The account while it is being made. */
  private static final class Ledger {

    private final JobState state;
    private final Job job;
    private final JobStatus status;
    private final Optional<JobCondition> end;
    private final List<JobPod> released = new ArrayList<>();
    private final TreeSet<Integer> indexes = new TreeSet<>();
    private final List<String> succeeded;
    private final List<String> failed;

    private Ledger(JobState state, JobStatus status, Optional<JobCondition> end) {
      this.state = state;
      this.job = state.job();
      this.end = end;
      List<String> tracked =
          state.pods().stream().filter(JobPod::isTracked).map(JobPod::uid).toList();
      this.status = status.settled(new TreeSet<>(tracked));
      this.succeeded = new ArrayList<>(this.status.uncountedSucceeded());
      this.failed = new ArrayList<>(this.status.uncountedFailed());
    }

    private Accounting close() {
      boolean isWhole = true;
      for (JobPod pod : state.pods()) {
        if (isWhole && pod.isTracked() && mayGo(pod)) {
          released.add(pod);
          enter(pod);
          isWhole = indexes.size() + succeeded.size() + failed.size() < MOST_UNCOUNTED;
        }
      }
      JobStatus entered = status.withUncounted(succeeded, failed);
      return new Accounting(
          job.isIndexed() ? entered.indexed(succeededIndexes(), state.indexes().failed()) : entered,
          released,
          isWhole);
    }

    private Indexes succeededIndexes() {
      return state.indexes().succeeded().and(Indexes.of(indexes));
    }

    private boolean mayGo(JobPod pod) {
      if (job.isBeingDeleted() || end.isPresent() || pod.hasSucceeded()) {
        return true;
      }
      JobPod held = state.indexes().held().get(pod.index());
      return pod.hasFailed(job) && (held == null || !held.uid().equals(pod.uid()));
    }

    private void enter(JobPod pod) {
      boolean isFailed = failed.contains(pod.uid());
      if (pod.hasSucceeded() && !isFailed) {
        enterSuccess(pod);
      } else if (!isFailed && countsAsFailed(pod)) {
        failed.add(pod.uid());
      }
    }

    private void enterSuccess(JobPod pod) {
      if (!job.isIndexed()) {
        if (!succeeded.contains(pod.uid())) {
          succeeded.add(pod.uid());
        }
      } else if (pod.hasIndexOf(job) && !state.indexes().succeededBefore().has(pod.index())) {
        indexes.add(pod.index());
      }
    }

    /** At a failed Job's end every pod that has not ended counts as failed. */
    private boolean countsAsFailed(JobPod pod) {
      boolean isFailed =
          pod.hasFailed(job) || end.filter(condition -> !condition.isSuccess()).isPresent();
      return isFailed && pod.fits(job) && state.policy().judge(pod).isCounted();
    }
  }
}
